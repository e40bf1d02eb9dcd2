/** The outline: the same board as headings and lists, for screen readers, keyboards and phones. In the page only while open. */
import type { PropertyValues } from 'lit'
import { html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Point } from '../../shared/base/geometry.ts'
import type { Area } from '../../shared/canvas/blocks.ts'
import { AREAS, areaNumber } from '../../shared/canvas/blocks.ts'
import type { Editor } from '../editor/editor.ts'
import { say } from '../words/words.ts'
import { icon } from './icons.ts'
import { askMenu } from './menu-asked.ts'
import type { NnOutlineArea } from './nn-outline-area.ts'
import './nn-outline-area.ts'
import type { NnSlip } from './nn-slip.ts'
import type { NoteLists } from './note-lists.ts'
import { listNotes } from './note-lists.ts'
import { whenFingerRests } from './resting-finger.ts'
import { base, controls } from './theme/look.ts'
import { outlineLook } from './outline-look.ts'
import { Watch } from './watch.ts'

@customElement('nn-outline')
export class NnOutline extends LitElement {
  static override styles = [base, controls, outlineLook]

  @property({ attribute: false }) declare editor: Editor
  /** The group whose name is asked for. */
  @property() naming = ''
  /** The block at the top of the column. */
  @state() private current: Area = 'customerSegments'
  private lists: NoteLists | undefined
  private readonly rights = new Watch(this, () => this.editor.board.rights)
  private readonly selection = new Watch(this, () => this.editor.selection)

  constructor() {
    super()
    whenFingerRests(this, (path, at) => this.menuUnder(path, at))
    new Watch(
      this,
      () => this.editor.found,
      found => {
        this.showFound(found?.at)
        return false
      },
    )
    // Counts in the list of blocks.
    new Watch(
      this,
      () => this.ownLists,
      () => {
        this.keepFocus()
        return true
      },
    )
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.editor.endWriting()
    this.lists?.close()
    this.lists = undefined
  }

  override render() {
    const lists = this.ownLists
    return html`<nav aria-label=${say('outline.blocks')}>
        ${AREAS.map(area => this.toArea(area, lists))}
      </nav>
      <div class="column" tabindex="-1" role="group" aria-label=${say('outline.label')} @scroll=${this.scrolled} @keydown=${this.key} @contextmenu=${this.asksMenu}>
        ${repeat(
          AREAS,
          area => area,
          area =>
            html`<nn-outline-area
              .editor=${this.editor}
              .lists=${lists}
              .area=${area}
              .naming=${this.naming}
              @nn-go-to=${(event: CustomEvent<Area>) => this.goTo(event.detail)}
            ></nn-outline-area>`,
        )}
      </div>
      ${
        this.rights.value.add === 'none'
          ? nothing
          : html`<div class="write">
              <button class="button primary" @click=${() => this.areaOf(this.areaInHand)?.beginAdding()}>
                ${icon('plus')}${say('outline.write')}
              </button>
              ${
                this.selection.value.kind === 'notes'
                  ? html`<button class="button more" aria-label=${say('note.more')} @click=${this.more}>
                      ${icon('ellipsis')}
                    </button>`
                  : nothing
              }
            </div>`
      }`
  }

  override firstUpdated(_changed: PropertyValues): void {
    void this.arrive()
  }

  /** To what is chosen, else to the block in focus; the reader stands in the outline. */
  private async arrive(): Promise<void> {
    const area = this.chosenArea ?? this.editor.focus.value.area
    await this.settled()
    if (area) this.goTo(area)
    await this.focusChosen()
  }

  /** To the chosen note, else to the column. */
  async focusChosen(): Promise<void> {
    await this.settled()
    const { chosen, chosenArea } = this
    if (!chosenArea || !this.focusNote(chosenArea, chosen)) this.column?.focus({ preventScroll: true })
  }

  /** Goes to an area, or to a note in it, with the focus. */
  show(area: Area, note?: string): void {
    this.goTo(area)
    if (!this.focusNote(area, note)) this.areaOf(area)?.focusFirst()
  }

  /** Brings an area to the top; the focus stays. */
  turnTo(area: Area): void {
    void this.settled().then(() => this.goTo(area))
  }

  private goTo(area: Area): void {
    this.areaOf(area)?.scrollIntoView({ block: 'start' })
    this.current = area
  }

  private focusNote(area: Area, id: string | undefined): boolean {
    const there = id === undefined ? undefined : (this.areaOf(area)?.slipOf(id) ?? this.areaOf(area)?.groupOver(id))
    there?.focus()
    return there !== undefined
  }

  /** The field of the find bar keeps the focus meanwhile. */
  private showFound(id: string | undefined): void {
    const area = id && this.editor.board.canvas.value.notes.get(id)?.place[0]
    if (!area) return
    void this.settled().then(() => this.areaOf(area)?.slipOf(id)?.scrollIntoView({ block: 'nearest' }))
  }

  private get ownLists(): NoteLists {
    this.lists ??= listNotes(this.editor.board.canvas)
    return this.lists
  }

  private get column(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.column')
  }

  private areaOf(area: Area): NnOutlineArea | undefined {
    return this.areas.find(each => each.area === area)
  }

  private toArea(area: Area, lists: NoteLists) {
    return html`${area === 'parking' ? html`<hr />` : nothing}
      <button
        aria-current=${this.current === area ? 'true' : nothing}
        @click=${() => this.show(area)}
      >
        <b class="num" aria-hidden="true">${areaNumber(area)}</b><span>${say(`area.${area}`)}</span
        ><em class="num">${lists.in(area).length}</em>
      </button>`
  }

  /** Where a new note goes: to the chosen one's block, else to the one at the top. */
  private get areaInHand(): Area {
    return this.chosenArea ?? this.current
  }

  private get allChosen(): readonly string[] {
    const { value } = this.selection
    return value.kind === 'notes' ? [...value.ids] : []
  }

  private get chosen(): string | undefined {
    return this.allChosen[0]
  }

  private get chosenArea(): Area | undefined {
    return this.editor.board.canvas.value.notes.get(this.chosen ?? '')?.place[0]
  }

  private more(): void {
    this.dispatchEvent(new CustomEvent('nn-note-more', { bubbles: true, composed: true }))
  }

  private scrolled(): void {
    const top = this.column?.getBoundingClientRect().top ?? 0
    const current = this.areas.find(each => each.getBoundingClientRect().bottom > top + 80)
    if (current) this.current = current.area
  }

  /** Up and down walk through the lists; the rest are commands. */
  private key(event: KeyboardEvent): void {
    const way = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (way === 0 || event.altKey || event.ctrlKey || event.metaKey || isField(event)) return
    const { slips } = this
    const at = slips.findIndex(slip => event.composedPath().includes(slip))
    if (at < 0) return
    event.preventDefault()
    event.stopPropagation()
    const next = slips[at + way]
    if (!next) return
    // With Shift it is chosen as well as what was.
    this.editor.select([...(event.shiftKey ? this.allChosen : []), next.note.id])
    next.focus()
  }

  /** On a slip the menu is the note's; words that are being written have the browser's. */
  private asksMenu(event: MouseEvent): void {
    if (!this.slipIn(event.composedPath()) || isField(event)) return
    event.preventDefault()
    // Fingers are counted, alike in all browsers.
    if ('pointerType' in event && event.pointerType === 'touch') return
    this.menuUnder(event.composedPath(), { x: event.clientX, y: event.clientY })
  }

  private menuUnder(path: readonly EventTarget[], at: Point): void {
    const slip = this.slipIn(path)
    if (!slip || path[0] instanceof HTMLTextAreaElement) return
    if (!this.allChosen.includes(slip.note.id)) this.editor.select([slip.note.id])
    askMenu(this, { beside: { ...at, width: 0, height: 0 }, from: slip })
  }

  private slipIn(path: readonly EventTarget[]): NnSlip | undefined {
    return this.slips.find(slip => path.includes(slip))
  }

  get focusedSlip(): NnSlip | undefined {
    return this.slips.find(slip => slip.matches(':focus-within'))
  }

  private get areas(): readonly NnOutlineArea[] {
    return [...this.renderRoot.querySelectorAll('nn-outline-area')]
  }

  private get slips(): readonly NnSlip[] {
    return this.areas.flatMap(area => [...area.renderRoot.querySelectorAll('nn-slip')])
  }

  /** A list put in order anew drops the focus of what moved; it is given back, after a deletion to the next note. */
  private keepFocus(): void {
    const { slips } = this
    const at = slips.findIndex(slip => slip.matches(':focus-within'))
    const focused = slips[at]
    if (!focused) return
    const id = focused.note.id
    void this.settled().then(() => {
      if (document.activeElement !== document.body) return
      const now = this.slips
      const next = now.find(slip => slip.note.id === id) ?? now[Math.min(at, now.length - 1)]
      next?.focus()
    })
  }

  private async settled(): Promise<void> {
    await this.updateComplete
    await Promise.all(this.areas.map(area => area.updateComplete))
    await Promise.all(this.slips.map(slip => slip.updateComplete))
  }
}

const isField = (event: Event): boolean => event.composedPath()[0] instanceof HTMLTextAreaElement

declare global {
  interface HTMLElementTagNameMap {
    'nn-outline': NnOutline
  }
}
