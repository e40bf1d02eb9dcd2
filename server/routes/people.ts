/** People and links of a board. */
import { z } from 'zod'
import { INKS, ROLES } from '../../shared/workshop/roles.ts'
import type { Member } from '../access/member.ts'
import type { StoredLink } from '../storage/storage.ts'
import { NAME, personOf } from './boards.ts'
import type { Call, Route } from './route.ts'
import { notFound, Refusal, route } from './route.ts'

const LABEL = z.string().trim().max(60)
const TIME = z.number().int().positive().nullable()

function personAsked(call: Call<unknown>): Member {
  const member = call.server.access.members(call.me.person.board).get(call.params['person'] ?? '')
  if (!member || member.isRemoved) throw notFound()
  return member
}

function linkAsked(call: Call<unknown>): StoredLink {
  const link = linksFor(call).find(each => each.id === call.params['link'])
  if (!link || link.revokedAt !== null) throw notFound()
  return link
}

/** Links that are handed out. An owner's are seen by owners only, a personal one by nobody, a code's where the code is. */
function linksFor({ server, me }: Call<unknown>): readonly StoredLink[] {
  const isSeen = ({ kind }: StoredLink) => kind === 'shared' || (kind === 'owner' && me.person.owner)
  return server.storage.links(me.person.board).filter(isSeen)
}

/** What an owner is, only owners take away. */
function keepOwners({ me }: Call<unknown>, leaving: readonly Member[]): void {
  if (!me.person.owner && leaving.some(each => each.person.owner))
    throw new Refusal(403, 'forbidden', 'Only an owner can do that to an owner.')
}

const shownLink = (call: Call<unknown>, link: StoredLink) => ({
  id: link.id,
  role: link.role,
  owner: link.kind === 'owner',
  label: link.label,
  createdAt: link.createdAt,
  expiresAt: link.expiresAt,
  revokedAt: link.revokedAt,
  people: call.server.access.cameBy(link).length,
})

const urlOf = (call: Call<unknown>, secret: string): string => `${call.origin}/b/${call.me.person.board}#${secret}`

/** A board without a facilitator could never be steered again. */
function keepOneFacilitator(call: Call<unknown>, leaving: readonly Member[]): void {
  const others = [...call.server.access.members(call.me.person.board).values()].filter(
    each => !leaving.includes(each) && !each.isRemoved && each.person.role === 'facilitator',
  )
  if (leaving.some(each => each.person.role === 'facilitator') && others.length === 0)
    throw new Refusal(409, 'lastFacilitator', 'This is the only facilitator. Make somebody else facilitator first.')
}

export const peopleRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/boards/:board/people',
    summary: 'Everybody who joined and was not removed, and who of them is here.',
    access: 'observer',
    answers: { 200: 'The people.', 404: 'Unknown, or not a member.' },
    run({ server, me }) {
      const here = new Set([...server.rooms.peersOf(me.person.board)].map(peer => peer.member))
      const people = [...server.access.members(me.person.board).values()]
        .filter(member => !member.isRemoved)
        .map(member => ({
          ...personOf(member),
          ...(member.isMuted && { muted: true }),
          here: here.has(member),
          link: member.person.link,
        }))
      return { status: 200, json: { people } }
    },
  }),
  route({
    method: 'patch',
    path: '/api/boards/:board/people/:person',
    summary: 'Renames or recolours (oneself, or anybody as a facilitator); a facilitator also changes the role.',
    access: 'observer',
    body: z.object({ name: NAME.optional(), color: z.enum(INKS).optional(), role: z.enum(ROLES).optional() }).strict(),
    answers: {
      200: 'The person as now known.',
      403: 'Not yours to change.',
      404: 'Unknown.',
      409: 'The last facilitator.',
    },
    async run(call) {
      const { body, me, server } = call
      const member = personAsked(call)
      const isFacilitator = me.person.role === 'facilitator'
      if (!isFacilitator && (member !== me || body.role !== undefined))
        throw new Refusal(403, 'forbidden', 'Only a facilitator can change that.')
      if (body.role !== undefined && body.role !== 'facilitator') {
        keepOwners(call, [member])
        keepOneFacilitator(call, [member])
      }
      const { person } = member
      const { name = person.name, color = person.color, role = person.role } = body
      // An owner is a facilitator; who is made less than that gives up both.
      const owner = person.owner && role === 'facilitator'
      return { status: 200, json: personOf(await server.access.save({ ...person, name, color, role, owner })) }
    },
  }),
  route({
    method: 'delete',
    path: '/api/boards/:board/people/:person',
    summary: 'Removes a person; their open connections end at once.',
    access: 'facilitator',
    answers: { 204: 'Removed.', 403: 'Not a facilitator.', 404: 'Unknown.', 409: 'The last facilitator.' },
    async run(call) {
      const member = personAsked(call)
      keepOwners(call, [member])
      keepOneFacilitator(call, [member])
      await call.server.access.remove(member)
      return { status: 204 }
    },
  }),
  route({
    method: 'get',
    path: '/api/boards/:board/links',
    summary: 'The links of the board, without their secrets; those that make owners only for owners.',
    access: 'facilitator',
    answers: { 200: 'The links.', 403: 'Not a facilitator.', 404: 'Unknown.' },
    run: call => ({
      status: 200,
      json: { links: linksFor(call).map(link => shownLink(call, link)) },
    }),
  }),
  route({
    method: 'post',
    path: '/api/boards/:board/links',
    summary: 'Makes one more link.',
    access: 'facilitator',
    body: z.object({ role: z.enum(ROLES), label: LABEL.default(''), expiresAt: TIME.default(null) }).strict(),
    answers: { 201: 'The link and its address, shown only here.', 403: 'Not a facilitator.', 404: 'Unknown.' },
    async run(call) {
      const { role, label, expiresAt } = call.body
      const made = await call.server.access.makeLink(call.me.person.board, role, { label, expiresAt })
      return { status: 201, json: { link: shownLink(call, made.link), url: urlOf(call, made.secret) } }
    },
  }),
  route({
    method: 'patch',
    path: '/api/boards/:board/links/:link',
    summary: 'Changes the label or the end of a link.',
    access: 'facilitator',
    body: z.object({ label: LABEL.optional(), expiresAt: TIME.optional() }).strict(),
    answers: { 200: 'The link.', 403: 'Not a facilitator.', 404: 'Unknown.' },
    async run(call) {
      const link = linkAsked(call)
      const { label = link.label, expiresAt = link.expiresAt } = call.body
      const changed = { ...link, label, expiresAt }
      await call.server.access.changeLink(changed)
      return { status: 200, json: shownLink(call, changed) }
    },
  }),
  route({
    method: 'post',
    path: '/api/boards/:board/links/:link/rotate',
    summary: 'Replaces the secret of a link. The old one opens nothing any more; who came by it stays.',
    access: 'facilitator',
    answers: { 200: 'The new link and its address.', 403: 'Not a facilitator.', 404: 'Unknown.' },
    async run(call) {
      const made = await call.server.access.rotateLink(linkAsked(call))
      return { status: 200, json: { link: shownLink(call, made.link), url: urlOf(call, made.secret) } }
    },
  }),
  route({
    method: 'delete',
    path: '/api/boards/:board/links/:link',
    summary: 'Revokes a link, and removes the people who came by it unless told to keep them.',
    access: 'facilitator',
    query: { people: '`remove` (default) or `keep`' },
    answers: {
      200: 'How many people were removed.',
      403: 'Not a facilitator.',
      404: 'Unknown.',
      409: 'It would remove the last facilitator.',
    },
    async run(call) {
      const link = linkAsked(call)
      const people = call.query.get('people') === 'keep' ? 'keep' : 'remove'
      if (people === 'remove') {
        const came = call.server.access.cameBy(link)
        keepOwners(call, came)
        keepOneFacilitator(call, came)
      }
      return { status: 200, json: { removed: await call.server.access.revokeLink(link, { people }) } }
    },
  }),
]
