/** What facilitators read of how people work, in German: a part of the table in `de.ts`. */
import type { enWorkshopDashboard } from './en-workshop-dashboard.ts'
import type { Part } from './words.ts'

export const deWorkshopDashboard = {
  'dash.label': 'Wie in diesem Schritt gearbeitet wird',
  'dash.name': 'Name',
  'dash.notes': 'Notizen',
  'dash.state': 'Stand',
  'dash.you': 'Du',
  'dash.here': 'Da',
  'dash.writing': 'Schreibt',
  'dash.ready': 'Fertig',
  'dash.voted': 'Fertig',
  'dash.away': 'Weg',
  'dash.awayFor': { one: 'Weg seit {count} min', other: 'Weg seit {count} min' },
  'dash.quiet': { one: 'Still seit {count} min', other: 'Still seit {count} min' },
  'dash.left': { one: 'Ein Punkt übrig', other: '{count} Punkte übrig' },
  'dash.others': {
    one: 'Eine weitere Person arbeitet oder ist fertig.',
    other: '{count} andere arbeiten oder sind fertig.',
  },
  'dash.unnamed': {
    one: 'Eine Notiz. In diesem Schritt werden Namen nie gespeichert, darum wird je Person nichts gezählt.',
    other: '{count} Notizen. In diesem Schritt werden Namen nie gespeichert, darum wird je Person nichts gezählt.',
  },
  'dash.all': { one: 'Alle zeigen', other: 'Alle {count} zeigen' },
  'dash.few': 'Zeigen, wer dich brauchen könnte',
  'dash.blocks': 'Nach Blöcken',
  'dash.noBlocks': 'Ohne Blöcke',
  'people.silentShown': 'Alle sehen, wer mit einem Schritt fertig ist und wer nicht',
} satisfies Part<typeof enWorkshopDashboard>
