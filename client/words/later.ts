/**
 * What English says only where the first screen is over. Whatever brings such a place (`elements/parts/`) imports this
 * with it; `later.test.ts` knows who may speak so.
 */
import { enFiles } from './en-files.ts'
import { enFind } from './en-find.ts'
import { enOrder } from './en-order.ts'
import { enParts } from './en-parts.ts'
import { enPaste } from './en-paste.ts'
import { enReadyAgendas } from './en-ready-agendas.ts'
import { enShare } from './en-share.ts'
import { enWays } from './en-ways.ts'
import { enWorkshopCopy } from './en-workshop-copy.ts'
import { enWorkshopDashboard } from './en-workshop-dashboard.ts'
import { enWorkshopParts } from './en-workshop-parts.ts'
import { enWorkshopReport } from './en-workshop-report.ts'
import { learn } from './words.ts'

export const later = {
  ...enFiles,
  ...enShare,
  ...enWorkshopCopy,
  ...enWorkshopReport,
  ...enWorkshopDashboard,
  ...enWays,
  ...enPaste,
  ...enFind,
  ...enOrder,
  ...enReadyAgendas,
  ...enParts,
  ...enWorkshopParts,
} as const

learn(later)
