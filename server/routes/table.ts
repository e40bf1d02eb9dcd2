/** All routes of the server, in one list. */
import { boardRoutes } from './boards.ts'
import { canvasRoutes } from './canvases.ts'
import { codeRoutes } from './codes.ts'
import { commandRoutes } from './commands.ts'
import { dashboardRoutes } from './dashboard.ts'
import { duplicateRoutes } from './duplicate.ts'
import { deletionRoutes } from './deletion.ts'
import { healthRoutes } from './health.ts'
import { imageRoutes } from './images.ts'
import { peopleRoutes } from './people.ts'
import type { Route } from './route.ts'
import { voteRoutes } from './votes.ts'

export const ROUTES: readonly Route[] = [
  ...healthRoutes,
  ...boardRoutes,
  ...deletionRoutes,
  ...duplicateRoutes,
  ...codeRoutes,
  ...peopleRoutes,
  ...canvasRoutes,
  ...commandRoutes,
  ...imageRoutes,
  ...voteRoutes,
  ...dashboardRoutes,
]
