/** What is said of notes in lines, near-duplicates and links that suggest themselves, in German: a part of the table in `de.ts`. */
import type { enOrder } from './en-order.ts'
import type { Part } from './words.ts'

export const deOrder = {
  'command.alignLeft': 'Linke Kanten ausrichten',
  'command.alignTop': 'Obere Kanten ausrichten',
  'command.distributeAcross': 'Gleichmäßig nebeneinander verteilen',
  'command.distributeDown': 'Gleichmäßig untereinander verteilen',
  'done.align': 'Ausrichten',
  'done.distribute': 'Verteilen',
} satisfies Part<typeof enOrder>
