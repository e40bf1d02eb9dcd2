/** How people work in the running step, for those who lead it. */
import type { Route } from './route.ts'
import { route } from './route.ts'

export const dashboardRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/boards/:board/dashboard',
    summary:
      'Who works in the running step: here or away since when, idle since when, done, how many notes in which block, dots that are left. Never words; where names are never stored nothing of what somebody writes.',
    access: 'facilitator',
    answers: { 200: 'The people, and totals.', 403: 'Not a facilitator.', 404: 'Unknown.' },
    run: ({ server, me }) => ({ status: 200, json: server.workshops.dashboard(me) }),
  }),
]
