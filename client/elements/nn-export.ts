/** Export: a file of the canvas as text or as a picture, made on this device. */
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { contentOf } from '../../shared/canvas/canvas.ts'
import type { Area } from '../../shared/canvas/blocks.ts'
import type { CanvasContent } from '../../shared/canvas/records.ts'
import { bringImage } from '../base/bring-image.ts'
import type { Editor } from '../editor/editor.ts'
import type { ExportFormat } from '../files/export.ts'
import { drawPicture, EXPORTS, fileName, pictureFile, saveFile, textFile } from '../files/export.ts'
import type { Scale } from '../files/png.ts'
import { isTooLarge, pixelsOf, SCALES } from '../files/png.ts'
import type { Picture } from '../files/shapes.ts'
import { dated, say } from '../words/words.ts'
import { choicesLook } from './choices-look.ts'
import { icon } from './icons.ts'
import './nn-dialog.ts'
import { initials } from './people-names.ts'
import { seen } from './seen.ts'
import { base, controls } from './theme/look.ts'

const FORMATS = Object.keys(EXPORTS) as ExportFormat[]

@customElement('nn-export')
export class NnExport extends LitElement {
  static override styles = [
    base,
    controls,
    choicesLook,
    css`
      .pixels {
        margin-inline-start: 10px;
        font: var(--t-small);
        color: var(--ink-2);
      }
    `,
  ]

  @property({ attribute: false }) declare editor: Editor
  /** The heading of a picture and the name of a file where the canvas has no title of its own. */
  @property() untitled = ''
  @state() private format: ExportFormat = 'markdown'
  @state() private scale: Scale = 2
  @state() private links = false
  @state() private parking = false
  @state() private picture: Picture | undefined
  @state() private making = false
  @state() private failed = false
  /** As it was when the dialog opened: what is previewed is what is made. */
  private content: CanvasContent | undefined
  /** With what the last picture was asked for. */
  private drawn = ''

  override render() {
    return html`<nn-dialog open .heading=${say('command.exportCanvas')} .sentence=${say('export.sentence')}>
      <form @submit=${this.save}>
        <fieldset>
          <legend class="unseen">${say('export.format')}</legend>
          ${FORMATS.map(format => this.choice(format))}
        </fieldset>
        ${this.isPicture ? this.pictureChoices() : nothing}
        ${
          this.format === 'markdown' && this.content?.strokes.length
            ? html`<p class="soft">${say('export.noDrawings')}</p>`
            : nothing
        }
        ${
          this.format === 'markdown' && this.content?.notes.some(({ image }) => image !== undefined)
            ? html`<p class="soft">${say('export.noImages')}</p>`
            : nothing
        }
        <p class="problem" role="alert" ?hidden=${!this.problem}>${this.problem}</p>
        <div class="last">
          <button class="button primary" aria-disabled=${this.isReady ? nothing : 'true'}>
            ${icon('download', 'small')}<span dir="auto">${say('export.save', { name: this.fileName })}</span>
          </button>
          <span class="soft" role="status">${this.making ? say('export.making') : ''}</span>
        </div>
      </form>
    </nn-dialog>`
  }

  override willUpdate(): void {
    this.content ??= contentOf(this.editor.board.canvas.value)
    const wanted = `${this.links} ${this.parking}`
    if (!this.isPicture || wanted === this.drawn) return
    this.drawn = wanted
    void this.draw()
  }

  private get isPicture(): boolean {
    return this.format === 'png' || this.format === 'svg'
  }

  private get isReady(): boolean {
    return !this.making && !this.isLarge && (!this.isPicture || this.picture !== undefined)
  }

  private get isLarge(): boolean {
    return this.format === 'png' && this.picture !== undefined && isTooLarge(this.picture, this.scale)
  }

  private get problem(): string {
    return this.isLarge || this.failed ? say('export.tooLarge') : ''
  }

  private get fileName(): string {
    return fileName(this.content?.about.title || this.untitled, this.format)
  }

  private choice(format: ExportFormat) {
    return html`<label class="choice">
      <input
        type="radio"
        name="format"
        .checked=${format === this.format}
        @change=${() => this.choose({ format })}
      />
      <b>${say(`export.${format}`)}</b>
      <span class="is">${say(`export.${format}.is`)}</span>
    </label>`
  }

  private pictureChoices() {
    const hasLinks = (this.content?.links.length ?? 0) > 0
    const hasParked =
      this.content?.notes.some(({ place }) => place[0] === 'parking') ||
      this.content?.strokes.some(({ anchor }) => anchor[0] === 'parking')
    return html`${this.format === 'png' ? this.sizes() : nothing}
    ${
      hasLinks || hasParked
        ? html`<fieldset>
            <legend>${say('export.with')}</legend>
            <div class="row">
              ${hasLinks ? this.extra(say('export.links'), this.links, links => this.choose({ links })) : nothing}
              ${hasParked ? this.extra(say('export.parking'), this.parking, parking => this.choose({ parking })) : nothing}
            </div>
          </fieldset>`
        : nothing
    }`
  }

  private sizes() {
    return html`<fieldset>
      <legend>
        ${say('export.size')}
        <span class="pixels num">${this.picture ? say('export.pixels', pixelsOf(this.picture, this.scale)) : ''}</span>
      </legend>
      <div class="row">
        ${SCALES.map(
          scale =>
            html`<label class="choice">
              <input
                type="radio"
                name="scale"
                .checked=${scale === this.scale}
                @change=${() => this.choose({ scale })}
              />
              <b class="num">${say('export.scale', { scale })}</b>
            </label>`,
        )}
      </div>
    </fieldset>`
  }

  private extra(label: string, checked: boolean, set: (on: boolean) => void) {
    return html`<label class="choice">
      <input
        type="checkbox"
        .checked=${checked}
        @change=${(event: Event) => set((event.target as HTMLInputElement).checked)}
      />
      <b>${label}</b>
    </label>`
  }

  private choose(
    choice: Partial<Record<'format', ExportFormat> & Record<'scale', Scale> & Record<'links' | 'parking', boolean>>,
  ): void {
    Object.assign(this, choice)
    this.failed = false
  }

  private async draw(): Promise<void> {
    const { content, editor, links, parking, drawn } = this
    if (!content) return
    this.picture = undefined
    const { board, layout } = editor
    const choice = {
      ...{ links, parking, layout: layout.value },
      words: {
        area: (area: Area) => say(`area.${area}`),
        credit: say('page.credit'),
        untitled: this.untitled,
        date: dated(board.now(), 'long'),
        initials: (author: string) => initials(board.people.value.get(author)?.name ?? ''),
        group: { unnamed: say('grouped.unnamed'), count: (count: number) => say('grouped.count', { count }) },
      },
    }
    const picture = await drawPicture(content, choice, hash => bringImage(board.id, hash))
    // Another may have been asked for meanwhile.
    if (drawn === this.drawn) this.picture = picture
  }

  private async save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { content, format, picture, scale, fileName: name } = this
    if (!this.isReady || !content) return
    this.failed = false
    this.making = true
    await seen(this)
    const blob =
      format === 'markdown' || format === 'json'
        ? textFile(format, content)
        : picture && (await pictureFile(format, picture, scale))
    this.making = false
    this.failed = blob === undefined
    if (!blob || !this.isConnected) return
    saveFile(blob, name)
    const detail = say('export.made', { name })
    this.dispatchEvent(new CustomEvent<string>('nn-exported', { detail, bubbles: true, composed: true }))
    this.renderRoot.querySelector('nn-dialog')?.close()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-export': NnExport
  }
}
