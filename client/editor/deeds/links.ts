/** What a person does to links: draws, turns, labels and removes them. */
import { newId } from '../../../shared/base/id.ts'
import { isPrivate } from '../../../shared/canvas/canvas.ts'
import type { Link } from '../../../shared/canvas/records.ts'
import { addLink, binRecords, labelLink, reattachLink, reverseLink } from '../../../shared/canvas/operations.ts'
import { LIMITS } from '../../../shared/canvas/schema.ts'
import type { LinkDeeds } from './deeds.ts'
import type { Ground } from './ground.ts'

export function createLinkDeeds({ board, say, run, mayDo, hasRoomFor }: Ground): LinkDeeds {
  const canvas = () => board.canvas.value
  const linkOf = (id: string): Link | undefined => canvas().links.get(id)
  /** A link may be changed by who may edit either of its ends. */
  const mayChange = ({ from, to }: Link): boolean =>
    mayDo(
      'link',
      [from, to].map(id => canvas().notes.find(id)?.author ?? ''),
    )
  const isThere = (from: string, to: string): boolean =>
    canvas()
      .links.all()
      .some(link => link.from === from && link.to === to)
  /** A link is everybody's, so both its ends must be. */
  const isOpen = (id: string): boolean => !!canvas().notes.get(id) && !isPrivate(canvas(), id)
  const canLink = (from: string, to: string): boolean => from !== to && [from, to].every(isOpen) && !isThere(from, to)

  return {
    canLink,
    linkNotes: (from, to) => {
      if (!canLink(from, to) || !mayDo('link') || !hasRoomFor(1, 'links')) return undefined
      const id = newId()
      run('link', () => addLink(canvas(), { id, from, to, label: '' }))
      return id
    },
    labelLink: (id, label) => {
      const link = linkOf(id)
      const short = label.trim().slice(0, LIMITS.shortText)
      if (link && short !== link.label && mayChange(link)) run('label', () => labelLink(canvas(), id, short))
    },
    reverseLink: id => {
      const link = linkOf(id)
      if (!link || isThere(link.to, link.from) || !mayChange(link)) return undefined
      run('reverse', () => reverseLink(canvas(), id))
      return id
    },
    reattachLink: (id, end, note) => {
      const link = linkOf(id)
      const fits = link && (end === 'head' ? canLink(link.from, note) : canLink(note, link.to))
      if (fits && mayChange(link)) run('reattach', () => reattachLink(canvas(), id, end, note))
    },
    deleteLink: id => {
      const link = linkOf(id)
      if (!link || !mayChange(link)) return
      run('unlink', () => binRecords(canvas(), 'links', [id]))
      say({ kind: 'unlinked' })
    },
  }
}
