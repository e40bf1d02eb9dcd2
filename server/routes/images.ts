/** Images of notes: brought under the hash of their bytes, and shown to whoever is at the board (T25). */
import { z } from 'zod'
import { IMAGE_LIMITS, IMAGE_TYPES, isImageHash } from '../../shared/canvas/image-file.ts'
import type { Put } from '../commands/images.ts'
import type { Route } from './route.ts'
import { notFound, Refusal, route } from './route.ts'

const IMAGE = '/api/boards/:board/images/:hash'

const SAID: Readonly<Record<Exclude<Put, 'kept'>, () => Refusal>> = {
  notImage: () => new Refusal(415, 'notImage', 'This is no whole PNG, JPEG or WebP.'),
  wrongHash: () => new Refusal(422, 'wrongHash', 'The address is not the SHA-256 of what was sent.'),
  moves: () => new Refusal(422, 'moves', 'Images here stand still: send one frame.'),
  tooLarge: () => new Refusal(422, 'tooLarge', `No side of an image may have more than ${IMAGE_LIMITS.side} pixels.`),
  full: () => new Refusal(409, 'full', `This board has all the images it may have: ${IMAGE_LIMITS.count}, or 100 MB.`),
}

export const imageRoutes: readonly Route[] = [
  route({
    method: 'put',
    path: IMAGE,
    summary:
      'Keeps an image under the SHA-256 of its bytes, in hexadecimal. A note shows it by naming that as `image`.',
    access: 'participant',
    bytes: { types: IMAGE_TYPES, max: IMAGE_LIMITS.bytes },
    body: z.instanceof(Uint8Array),
    answers: {
      204: 'It is on disk.',
      403: 'Your role or the running step does not allow it.',
      404: 'Unknown.',
      409: 'The board has all the images it may have.',
      413: 'More than 1 MB.',
      415: 'No PNG, JPEG or WebP.',
      422: 'The hash is wrong, a side is too long, or it moves.',
    },
    async run({ server, me, params, body }) {
      const { board } = me.person
      // Its bytes may have been long on the way.
      if (me.isRemoved || !server.access.exists(board)) throw notFound()
      if (!server.workshops.mayAdd(me))
        throw new Refusal(403, 'step', 'The running step does not let you add anything.')
      const put = await server.images.put(board, params['hash'] ?? '', body)
      if (put !== 'kept') throw SAID[put]()
      return { status: 204 }
    },
  }),
  route({
    method: 'get',
    path: IMAGE,
    summary: 'An image of the board.',
    access: 'observer',
    answers: { 200: 'The image.', 404: 'Unknown.' },
    run({ server, me, params }) {
      const hash = params['hash']
      const image = isImageHash(hash) ? server.images.get(me.person.board, hash) : undefined
      if (!image) throw notFound()
      return { status: 200, image: image.bytes, type: image.type }
    },
  }),
]
