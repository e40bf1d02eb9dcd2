/** The workshop document, as the server writes it and everyone reads it. */
import { expect, test } from 'vitest'
import { applyUpdates, createDocument, encodeState, onUpdate } from '../wire/document.ts'
import { openWorkshop, writeCanvas, writePerson } from './workshop.ts'

const ana = { id: 'ana', name: 'Ana', color: 'jade', role: 'facilitator' } as const

test('what the server writes about people and canvases, everyone reads', () => {
  const server = createDocument()
  const guest = createDocument()
  const workshop = openWorkshop(guest)
  const told: string[][] = []
  workshop.people.subscribe(ids => told.push([...ids]))

  server.transact(() => {
    writePerson(server, ana)
    writeCanvas(server, { id: 'main', title: 'Main', epoch: 1 })
  })
  applyUpdates(guest, [encodeState(server)], 'test')

  expect(workshop.people.all()).toEqual([ana])
  expect(workshop.canvases.get('main')).toEqual({ id: 'main', title: 'Main', epoch: 1 })
  expect(told).toEqual([['ana']])
})

test('a change of role keeps the record and writes that field only; the same again writes nothing', () => {
  const server = createDocument()
  writePerson(server, ana)
  const record = server.getMap('people').get('ana')
  const updates: Uint8Array[] = []
  onUpdate(server, update => updates.push(update))

  server.transact(() => writePerson(server, ana))
  expect(updates).toHaveLength(0)
  server.transact(() => writePerson(server, { ...ana, role: 'observer' }))
  expect(updates).toHaveLength(1)
  expect(server.getMap('people').get('ana')).toBe(record)
  expect(openWorkshop(server).people.get('ana')?.role).toBe('observer')
})

test('what no reader could show is not shown', () => {
  const document = createDocument()
  writePerson(document, { ...ana, role: 'king' as never })
  document.getMap('people').set('ben', 'Ben')
  expect(openWorkshop(document).people.all()).toEqual([])
})
