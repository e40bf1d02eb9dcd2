/** What the report of a session says, and what is said of actions, in German: a part of the table in `de.ts`. */
import type { enWorkshopReport } from './en-workshop-report.ts'
import type { Part } from './words.ts'

export const deWorkshopReport = {
  'report.title': 'Bericht: {title}',
  'report.steps': 'Schritte',
  'report.decisions': 'Entscheidungen',
  'report.votes': 'Abstimmungen',
  'report.actions': 'Aufgaben',
  'report.questions': 'Offene Fragen',
  'report.notes': 'Notizen',
  'report.people': 'Wer dabei war',
  'report.step': '{time}, {planned} Min geplant, {took} gebraucht',
  'report.stepOpen': '{time}, {took} Min',
  'report.voters': { one: 'Eine Person gab {dots} Punkte.', other: '{count} Menschen gaben {dots} Punkte.' },
  'report.dots': { one: 'ein Punkt', other: '{count} Punkte' },
  'report.tied': '{dots}, gleichauf',
  'report.until': 'bis {date}',
  'report.decisionTag': 'entscheidung',
  'report.hint':
    'Eine Notiz mit dem Zeichen #entscheidung ist eine Entscheidung, eine mit Fragezeichen am Ende eine offene Frage.',
  'report.nothing': 'Es gibt noch nichts zu berichten: Kein Schritt lief, und das Board ist leer.',
  'report.save': 'Als Markdown speichern',
  'report.print': 'Drucken',
  'report.file': '{title} Bericht',
  'action.heading': 'Aufgabe',
  'action.make': 'Zur Aufgabe machen',
  'action.owner': 'Wer sie übernimmt',
  'action.due': 'Bis wann',
  'action.end': 'Keine Aufgabe mehr',
} satisfies Part<typeof enWorkshopReport>
