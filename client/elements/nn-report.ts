/** The report of the session: looked at, printed, or taken along as Markdown. */
import { html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { contentOf } from '../../shared/canvas/canvas.ts'
import type { Editor } from '../editor/editor.ts'
import { fileName, saveFile } from '../files/export.ts'
import type { Report } from '../files/report.ts'
import { reportMarkdown, reportOf } from '../files/report.ts'
import { say } from '../words/words.ts'
import { icon } from './icons.ts'
import './nn-dialog.ts'
import { printPage } from './print-page.ts'
import { reportLook } from './report-look.ts'
import { reportWords } from './report-words.ts'
import { base, controls } from './theme/look.ts'

@customElement('nn-report')
export class NnReport extends LitElement {
  static override styles = [base, controls, reportLook]

  @property({ attribute: false }) declare editor: Editor
  @property() boardName = ''
  /** As it was when the dialog opened: what is looked at is what is printed and saved. */
  private report: Report | undefined

  override render() {
    const report = (this.report ??= this.make())
    const isEmpty = report.steps.length === 0 && report.areas.length === 0
    return html`<nn-dialog open .heading=${say('command.report')} .sentence=${say(isEmpty ? 'report.nothing' : 'report.sentence')}>
      ${
        isEmpty
          ? nothing
          : html`<div class="actions">
                <button class="button primary" @click=${() => this.save(report)}>${icon('download', 'small')}${say('report.save')}</button>
                <button class="button" @click=${this.print}>${icon('printer', 'small')}${say('report.print')}</button>
                <span class="hint">${say('report.hint')}</span>
              </div>
              ${this.page(report)}`
      }
    </nn-dialog>`
  }

  private make(): Report {
    const { board } = this.editor
    const { steps, ran, rounds, results } = board.workshop.value
    return reportOf({
      title: this.boardName,
      now: board.now(),
      content: contentOf(board.canvas.value),
      steps: steps.all(),
      ran: ran.all(),
      rounds: rounds.all(),
      results: results.all(),
      people: [...board.people.value.values()].map(({ name }) => name),
      decisionTags: ['decision', say('report.decisionTag')],
    })
  }

  private page(report: Report) {
    const words = reportWords()
    const { headings } = words
    return html`<article>
      <h3 dir="auto">${report.title}</h3>
      <p class="soft">${words.date(report.at)}</p>
      ${part(headings.steps, list(report.steps.map(step => [step.title || say('step.untitled'), words.step(step)])))}
      ${part(headings.decisions, list(report.decisions.map(text => [text])))}
      ${part(
        headings.votes,
        report.votes.map(
          vote => html`<h5 dir="auto">${vote.title}</h5>
            <p class="soft">${words.votes(vote)}</p>
            ${list(vote.rows.map(row => [row.text, words.row(row)]))}`,
        ),
      )}
      ${part(headings.actions, list(report.actions.map(action => [action.text, words.who(action)])))}
      ${part(headings.questions, list(report.questions.map(text => [text])))}
      ${part(
        headings.notes,
        report.areas.map(({ area, notes }) => html`<h5>${words.area(area)}</h5>${list(notes.map(text => [text]))}`),
      )}
      ${part(headings.people, list((report.people ?? []).map(name => [name])))}
      <p class="credit">${words.credit}</p>
    </article>`
  }

  private save(report: Report): void {
    const text = reportMarkdown(report, reportWords())
    const name = fileName(say('report.file', { title: report.title }), 'markdown')
    saveFile(new Blob([text], { type: 'text/markdown;charset=utf-8' }), name)
  }

  private print(): void {
    const article = this.renderRoot.querySelector('article')
    if (article) printPage(article)
  }
}

type Row = readonly [text: string, beside?: string]

const list = (rows: readonly Row[]) =>
  rows.length === 0
    ? []
    : [
        html`<ul>
          ${rows.map(([text, beside]) => html`<li><span dir="auto">${text}</span>${beside ? html`<span dir="auto">${beside}</span>` : nothing}</li>`)}
        </ul>`,
      ]

const part = (heading: string, body: readonly unknown[]) =>
  body.length === 0
    ? nothing
    : html`<section>
        <h4>${heading}</h4>
        ${body}
      </section>`

declare global {
  interface HTMLElementTagNameMap {
    'nn-report': NnReport
  }
}
