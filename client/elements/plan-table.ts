/** What files and pasted words would change, as a table of counts. */
import { html } from 'lit'
import type { Plan } from '../files/import.ts'
import { say } from '../words/words.ts'

const COLUMNS = ['added', 'changed', 'removed', 'stays'] as const

/** Blocks in which something is, and only the columns that say something. */
export function planTable({ areas, total }: Pick<Plan, 'areas' | 'total'>) {
  const columns = COLUMNS.filter(column => column === 'added' || total[column] > 0)
  const cells = (counts: Plan['total']) =>
    // Only what changes something meets the eye.
    columns.map(
      column => html`<td class="num"><span class=${counts[column] > 0 ? '' : 'unseen'}>${counts[column]}</span></td>`,
    )
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${say('import.preview')}>
    <table>
      <caption class="unseen">${say('import.preview')}</caption>
      <thead>
        <tr>
          <th scope="col">${say('import.block')}</th>
          ${columns.map(column => html`<th scope="col">${say(`import.${column}`)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${areas.map(
          ({ area, ...counts }) =>
            html`<tr>
              <th scope="row">${say(`area.${area}`)}</th>
              ${cells(counts)}
            </tr>`,
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">${say('import.total')}</th>
          ${cells(total)}
        </tr>
      </tfoot>
    </table>
  </div>`
}
