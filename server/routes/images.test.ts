/** Images of notes, and what a raw client may try with them (T25). */
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askers, bearer } from '../../e2e/support/asks.ts'
import type { InProcess } from '../../e2e/support/in-process.ts'
import { startInProcess } from '../../e2e/support/in-process.ts'
import type { MadeBoard } from '../../e2e/support/nonagon.ts'
import { openCanvas } from '../../shared/canvas/canvas.ts'
import { IMAGE_LIMITS } from '../../shared/canvas/image-file.ts'
import { jpeg, png, webp } from '../../shared/canvas/image-sample.ts'
import { addNote, binRecords, setImage } from '../../shared/canvas/operations.ts'
import type { Role } from '../../shared/workshop/roles.ts'
import { DAY_MS, GRACE_MS } from '../access/days.ts'
import { sha256 } from '../commands/images.ts'
import { canvasName } from '../rooms/names.ts'

/** The server looks often; a busy machine makes that longer. */
const SOON = { timeout: 10_000 }
const HOUR = 3_600_000

let running: InProcess
let time = Date.UTC(2030, 0, 1, 9)
beforeAll(async () => {
  running = await startInProcess({ now: () => time, lookMs: 20 })
})
afterAll(() => running.stop())

const { ask, browser } = askers(() => running.address)
const make = () => running.makeBoardByHttp()
const pathOf = (board: MadeBoard, hash: string) => `/api/boards/${board.board}/images/${hash}`

async function put(
  board: MadeBoard,
  bytes: Uint8Array,
  options: { readonly hash?: string; readonly type?: string; readonly headers?: Record<string, string> } = {},
) {
  const response = await fetch(running.address + pathOf(board, options.hash ?? sha256(bytes)), {
    method: 'PUT',
    headers: { 'content-type': options.type ?? 'image/png', ...(options.headers ?? bearer(board, 'participant')) },
    body: Uint8Array.from(bytes),
  })
  const text = await response.text()
  return { status: response.status, code: /"code":"(\w+)"/.exec(text)?.[1] }
}

const get = (board: MadeBoard, hash: string, headers: Record<string, string> = bearer(board, 'observer')) =>
  fetch(running.address + pathOf(board, hash), { headers })
const kept = (board: MadeBoard) => running.server.storage.images(board.board).map(({ hash }) => hash)
const image = (n: number) => png({ filling: [n >> 8, n & 0xff] })

describe('[T25] images', () => {
  test('what a participant brought everybody at the board sees, under a type that was found and with nothing it may do', async () => {
    const board = await make()
    for (const bytes of [png(), jpeg(), webp()]) {
      // What the sender says of it does not matter, beyond that it be an image.
      expect(await put(board, bytes, { type: 'image/webp' })).toEqual({ status: 204, code: undefined })
      const seen = await get(board, sha256(bytes))
      expect(seen.status).toBe(200)
      expect(new Uint8Array(await seen.arrayBuffer())).toEqual(bytes)
      expect(Object.fromEntries(seen.headers)).toMatchObject({
        'content-type': `image/${bytes[0] === 0x89 ? 'png' : bytes[0] === 0xff ? 'jpeg' : 'webp'}`,
        'x-content-type-options': 'nosniff',
        'content-disposition': 'inline',
        'content-security-policy': "sandbox; default-src 'none'",
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'private, max-age=31536000, immutable',
      })
    }
    expect(kept(board)).toHaveLength(3)
    expect(await put(board, png())).toMatchObject({ status: 204 })
    expect(kept(board)).toHaveLength(3)
  })

  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  const html = Buffer.from('<!doctype html><script>alert(1)</script>')
  test.each([
    ['SVG', svg, { type: 'image/svg+xml' }, 415, 'contentType'],
    ['SVG that is called PNG', svg, {}, 415, 'notImage'],
    ['HTML that is called JPEG', html, { type: 'image/jpeg' }, 415, 'notImage'],
    ['a GIF', Buffer.from('GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff!', 'latin1'), {}, 415, 'notImage'],
    ['nothing', new Uint8Array(0), {}, 415, 'notImage'],
    ['a PNG with a page behind it', png({ behind: '<script>' }), {}, 415, 'notImage'],
    ['a JPEG with an archive behind it', jpeg({ behind: 'PK\x03\x04' }), {}, 415, 'notImage'],
    ['a WebP with a page behind it', webp({ behind: '<script>' }), {}, 415, 'notImage'],
    ['a PNG that breaks off', png().subarray(0, 40), {}, 415, 'notImage'],
    ['a head of 30,000 × 30,000', png({ width: 30_000, height: 30_000 }), {}, 422, 'tooLarge'],
    ['a JPEG of 65,500 lines', jpeg({ width: 10, height: 65_500 }), {}, 422, 'tooLarge'],
    ['a frame larger than its head says', webp({ width: 4, height: 3 }, [16_000, 16_000]), {}, 422, 'tooLarge'],
    ['no width', png({ width: 0 }), {}, 422, 'tooLarge'],
    ['a PNG that moves', png({ moves: true }), {}, 422, 'moves'],
    ['a WebP that moves', webp({ moves: true }), {}, 422, 'moves'],
    ['the hash of another', png(), { hash: sha256(jpeg()) }, 422, 'wrongHash'],
    ['a hash in capitals', png(), { hash: sha256(png()).toUpperCase() }, 422, 'wrongHash'],
    ['more than 1 MB', png({ filling: Array<number>(IMAGE_LIMITS.bytes).fill(1) }), {}, 413, 'tooBig'],
  ])('%s is not kept', async (_what, bytes, options, status, code) => {
    const board = await make()
    expect(await put(board, bytes, options)).toEqual({ status, code })
    expect(kept(board)).toEqual([])
  })

  test('who may not write brings nothing, who is at another board sees nothing, and who was removed neither', async () => {
    const [board, other] = [await make(), await make()]
    const hash = sha256(png())
    for (const role of ['observer', 'commenter'] as const satisfies readonly Role[])
      expect(await put(board, png(), { headers: bearer(board, role) })).toEqual({ status: 403, code: 'forbidden' })
    expect(await put(board, png(), { headers: {} })).toEqual({ status: 404, code: 'notFound' })
    expect(await put(board, png(), { headers: bearer(other, 'facilitator') })).toMatchObject({ status: 404 })
    expect(kept(board)).toEqual([])
    expect(await put(board, png())).toMatchObject({ status: 204 })
    expect((await get(board, hash, bearer(other, 'facilitator'))).status).toBe(404)
    expect((await get(other, hash)).status).toBe(404)
    expect((await get(board, hash, {})).status).toBe(404)
    for (const name of ['..%2f..%2fme', "x' OR 1=1", hash.slice(1), hash.toUpperCase()])
      expect((await get(board, encodeURIComponent(name))).status).toBe(404)

    const eve = browser()
    await eve.joins(board, 'participant', 'Eve')
    const cookie = () => ({ cookie: eve.cookie, origin: running.address })
    expect((await get(board, hash, cookie())).status).toBe(200)
    const link = bearer(board, 'facilitator')
    const people = (await ask('GET', `/api/boards/${board.board}/people`, { headers: link })).json['people']
    const { id } = (people as { id: string; name: string }[]).find(({ name }) => name === 'Eve') ?? { id: '' }
    expect((await ask('DELETE', `/api/boards/${board.board}/people/${id}`, { headers: link })).status).toBeLessThan(300)
    expect((await get(board, hash, cookie())).status).toBe(404)
    expect(await put(board, jpeg(), { headers: cookie() })).toMatchObject({ status: 404 })
    expect(kept(board)).toEqual([hash])
  })

  test('another site brings nothing with our cookie', async () => {
    const board = await make()
    const ana = browser()
    await ana.joins(board, 'participant', 'Ana')
    const headers = { cookie: ana.cookie, origin: 'https://evil.example' }
    expect(await put(board, png(), { headers })).toEqual({ status: 403, code: 'otherOrigin' })
  })

  test('who is removed while their bytes are on the way brings nothing', async () => {
    const board = await make()
    const bytes = png()
    const headers = { ...bearer(board, 'participant', 'Slow'), 'content-type': 'image/png' }
    const { hostname, port } = new URL(running.address)
    const path = pathOf(board, sha256(bytes))
    const slow = request({ hostname, port, path, method: 'PUT', headers })
    const answer = new Promise<number | undefined>((resolve, reject) => {
      slow.once('response', response => {
        response.resume()
        resolve(response.statusCode)
      })
      slow.once('error', reject)
    })
    slow.write(bytes.subarray(0, 10))
    const { access } = running.server
    const member = () => [...access.members(board.board).values()].find(each => each.person.name === 'Slow')
    await expect.poll(member, SOON).toBeDefined()
    const found = member()
    if (found) await access.remove(found)
    slow.end(bytes.subarray(10))
    expect(await answer).toBe(404)
    expect(kept(board)).toEqual([])
  })

  test('an image that the disk spoiled is not shown, and may be brought again', async () => {
    const board = await make()
    const hash = sha256(png())
    const spoiled = {
      board: board.board,
      hash,
      type: 'image/png',
      width: 4,
      height: 3,
      at: time,
      bytes: jpeg(),
    } as const
    await running.server.rooms.tick.write([{ kind: 'image', image: spoiled }])
    expect((await get(board, hash)).status).toBe(404)
    expect(await put(board, png())).toMatchObject({ status: 204 })
    expect((await get(board, hash)).status).toBe(200)
  })

  test('what no note names for thirty days goes; a note, one in the bin, or a kept version holds it', async () => {
    const board = await make()
    const files = { none: image(1), note: image(2), bin: image(3), version: image(4), late: image(5) }
    for (const bytes of Object.values(files)) expect(await put(board, bytes)).toMatchObject({ status: 204 })
    const name = canvasName(board.board, 'main')
    const write = (change: (canvas: ReturnType<typeof openCanvas>) => void) =>
      running.server.rooms.edit(name, 'server', document => change(openCanvas(document)))
    const note = (id: string, bytes: Uint8Array) =>
      ({ id, place: ['channels', 0, 0, time], text: id, color: 'straw', author: '', image: sha256(bytes) }) as const
    await write(canvas => {
      addNote(canvas, note('stays', files.note))
      addNote(canvas, note('binned', files.bin))
      addNote(canvas, note('replaced', files.version))
      addNote(canvas, note('late', files.late))
      binRecords(canvas, 'notes', ['binned'])
    })
    const content = JSON.stringify({ image: sha256(files.version) })
    const version = { id: 'v', doc: name, at: time, person: 'ana', reason: 'put', content }
    await running.server.rooms.tick.write([{ kind: 'version', version }])
    await write(canvas => setImage(canvas, 'replaced', null))
    // Named for 20 days, and then no more: its month begins there.
    time += 20 * DAY_MS
    await ask('GET', `/api/boards/${board.board}`, { headers: bearer(board, 'observer') })
    const at = () => running.server.storage.image(board.board, sha256(files.late))?.at ?? 0
    await expect.poll(at, SOON).toBeGreaterThan(time - DAY_MS)
    await write(canvas => setImage(canvas, 'late', null))
    time += 12 * DAY_MS
    await expect.poll(() => kept(board), SOON).not.toContain(sha256(files.none))
    const { note: named, bin, version: older, late } = files
    expect(kept(board)).toEqual([named, bin, older, late].map(sha256).sort())
    time += 20 * DAY_MS
    await expect.poll(() => kept(board), SOON).not.toContain(sha256(late))
    expect(kept(board)).toContain(sha256(named))
  })

  test('[M8] all images of a board go when it is purged', async () => {
    const [board, other] = [await make(), await make()]
    for (const each of [board, other]) await put(each, png())
    const olga = browser()
    await olga.asks('POST', `/api/boards/${board.board}/join`, { secret: board.owner.split('#')[1], name: 'Olga' })
    expect((await olga.asks('DELETE', `/api/boards/${board.board}`)).status).toBeLessThan(300)
    expect(await put(board, jpeg())).toMatchObject({ status: 410 })
    expect((await get(board, sha256(png()))).status).toBe(410)
    time += GRACE_MS + HOUR
    await expect.poll(() => kept(board), SOON).toEqual([])
    expect(kept(other)).toHaveLength(1)
  })

  // The last, because its hundreds would be swept in the months of the others.
  test('a board has so many images and no more, also when all of them come at once', async () => {
    const board = await make()
    const more = 3
    const all = Array.from({ length: IMAGE_LIMITS.count + more }, (_, n) => image(n))
    const said = await Promise.all(all.map(bytes => put(board, bytes)))
    expect(said.filter(({ code }) => code === 'full')).toHaveLength(more)
    expect(kept(board)).toHaveLength(IMAGE_LIMITS.count)
    const there = all.find(bytes => kept(board).includes(sha256(bytes))) ?? png()
    expect(await put(board, there), 'what is there may come again').toMatchObject({ status: 204 })
    expect(await put(board, webp())).toEqual({ status: 409, code: 'full' })
  })
})
