/** The stage: the one door to the scene. Hands pointers, wheel and size to the editor, and lays what is DOM over the paint. */
import type { PropertyValues } from 'lit'
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Point } from '../../shared/base/geometry.ts'
import { around, distance } from '../../shared/base/geometry.ts'
import type { Watchable } from '../../shared/base/observable.ts'
import { addressesIn } from '../../shared/canvas/signs.ts'
import type { Store } from '../base/store.ts'
import type { Context } from '../commands/command.ts'
import type { Camera, Editor, Press, ToolId } from '../editor/editor.ts'
import { say } from '../words/words.ts'
import type { MenuAsked } from './menu-asked.ts'
import { askMenu, LONG_PRESS_MS } from './menu-asked.ts'
import type { NnHint } from './nn-hint.ts'
import './nn-note-editor.ts'
import './nn-start-hint.ts'
import { bringPart } from './parts.ts'
import { isApple, readPresses, readWheel, waysOf } from './pointer.ts'
import { STEADY_PX } from './resting-finger.ts'
import { base } from './theme/look.ts'
import { Watch } from './watch.ts'

/** What is painted, as far as the stage knows it. */
export interface Painting {
  /** Where the painted camera is, on its way to the editor's. */
  readonly camera: Watchable<Camera>
  destroy(): void
}

@customElement('nn-stage')
export class NnStage extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: relative;
        overflow: hidden;
        touch-action: none;
        user-select: none;
        -webkit-user-select: none;
        -webkit-touch-callout: none;
        outline-offset: -3px;
        cursor: default;
      }
      .scene,
      .over {
        position: absolute;
        inset: 0;
      }
      .scene {
        /* The sheet is a diagram: it lies the same way for everybody. */
        direction: ltr;
      }
      .over {
        pointer-events: none;
        overflow: hidden;
      }
      nn-note-editor,
      nn-note-bar:not([aside]),
      nn-link-bar {
        pointer-events: auto;
      }
      :host(.grab) {
        cursor: grab;
      }
      :host(.grabbing) {
        cursor: grabbing;
      }
      :host(.crosshair) {
        cursor: crosshair;
      }
      :host(.pointer) {
        cursor: pointer;
      }
      :host(.not-allowed) {
        cursor: not-allowed;
      }
    `,
  ]

  @property({ attribute: false }) declare editor: Editor
  @property({ type: Boolean, reflect: true }) override hidden = false
  @property({ attribute: false }) declare context: Context
  @property({ attribute: false }) declare store: Store
  /** The link whose label is asked for. */
  @property() labelling = ''
  /** The group whose name is asked for. */
  @property() naming = ''
  /** Opens the scene in an element; `main.ts` knows which. */
  @property({ attribute: false }) declare paint: (host: HTMLElement) => Promise<Painting>
  @state() private painting: Painting | undefined
  @query('nn-hint') declare readonly hint: NnHint | null
  @query('.scene') declare private readonly scene: HTMLElement
  private readonly presses = readPresses()
  private readonly down = new Set<number>()
  private space = false
  private resting: { readonly at: Point; readonly timer: ReturnType<typeof setTimeout> } | undefined
  private wasWriting: string | undefined
  private readonly sizes = new ResizeObserver(entries => this.measured(entries))

  private readonly tool = new Watch(this, () => this.editor.tool)
  private readonly hand = new Watch(this, () => this.editor.hand)
  private readonly hover = new Watch(this, () => this.editor.hover)
  private readonly writing = new Watch(this, () => this.editor.writing)
  private readonly selection = new Watch(this, () => this.editor.selection)

  override connectedCallback(): void {
    super.connectedCallback()
    this.tabIndex = 0
    this.role = 'application'
    this.ariaLabel = say('stage.label')
    this.ariaDescription = say('stage.hint')
    this.sizes.observe(this)
    window.addEventListener('keydown', this.spaceKey)
    window.addEventListener('keyup', this.spaceKey)
    window.addEventListener('blur', this.letGo)
    this.addEventListener('wheel', this.wheel, { passive: false })
    this.addEventListener('gesturestart', stop)
    this.addEventListener('contextmenu', this.asksMenu)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.sizes.disconnect()
    window.removeEventListener('keydown', this.spaceKey)
    window.removeEventListener('keyup', this.spaceKey)
    window.removeEventListener('blur', this.letGo)
    this.removeEventListener('wheel', this.wheel)
    this.painting?.destroy()
    this.painting = undefined
  }

  override render() {
    const { editor, painting } = this
    // The field is there from the key that begins a note on, also before anything is painted: input methods need it.
    const camera = painting?.camera ?? editor.camera
    const writing = this.writing.value
    const chosen = this.selection.value
    if (chosen.kind !== 'nothing') void bringPart(chosen.kind === 'notes' ? 'noteBar' : 'linkBar')
    const nib = this.tool.value === 'pen' || this.tool.value === 'highlighter' ? this.tool.value : undefined
    if (nib) void bringPart('inkBar')
    return html`<div
        class="scene"
        aria-hidden="true"
        @pointerdown=${this.pressed}
        @pointermove=${this.moved}
        @pointerup=${this.released}
        @pointercancel=${this.lost}
        @lostpointercapture=${this.lost}
        @pointerleave=${() => editor.leave()}
      ></div>
      <div class="over">
        ${
          this.hidden
            ? nothing
            : html`${painting ? html`<nn-start-hint .editor=${editor} .camera=${camera}></nn-start-hint>` : nothing}
              ${painting ? html`<nn-hint .context=${this.context} .store=${this.store}></nn-hint>` : nothing}
              ${
                writing === undefined
                  ? nothing
                  : html`<nn-note-editor .editor=${editor} .camera=${camera} .note=${writing}></nn-note-editor>`
              }
              ${nib ? html`<nn-ink-bar .editor=${editor} .kind=${nib}></nn-ink-bar>` : nothing}
              ${
                chosen.kind === 'notes'
                  ? html`<nn-note-bar .context=${this.context} .camera=${camera} .naming=${this.naming}></nn-note-bar>`
                  : nothing
              }
              ${
                chosen.kind === 'link'
                  ? html`<nn-link-bar .editor=${editor} .camera=${camera} .link=${chosen.id} ?asked=${chosen.id === this.labelling}></nn-link-bar>`
                  : nothing
              }`
        }
      </div>`
  }

  override firstUpdated(): void {
    void bringPart('hint')
    void this.open()
  }

  override updated(_changed: PropertyValues): void {
    this.toggleAttribute('chosen', this.selection.value.kind !== 'nothing')
    const cursor = this.cursor
    for (const name of CURSORS) this.classList.toggle(name, name === cursor)
    // The field took the focus along when it went.
    const ended = this.wasWriting !== undefined && this.writing.value === undefined
    this.wasWriting = this.writing.value
    if (ended && !this.hidden && document.activeElement === document.body) this.focus({ preventScroll: true })
  }

  private async open(): Promise<void> {
    try {
      const painting = await this.paint(this.scene)
      if (this.isConnected) this.painting = painting
      else painting.destroy()
    } catch (error) {
      console.error(error)
      this.dispatchEvent(new CustomEvent('nn-scene-failed', { bubbles: true, composed: true }))
    }
  }

  private get cursor(): string {
    const hand = this.hand.value
    if (hand.kind === 'drag') return hand.allowed ? 'grabbing' : 'not-allowed'
    if (hand.kind === 'pan') return 'grabbing'
    if (this.space || this.tool.value === 'hand') return 'grab'
    if (hand.kind === 'link' || DRAWS.has(this.tool.value)) return 'crosshair'
    const over = this.hover.value
    if (over.kind === 'handle') return 'crosshair'
    if (over.kind === 'link') return 'pointer'
    return over.kind === 'note' && this.tool.value === 'select' ? 'grab' : ''
  }

  private measured(entries: readonly ResizeObserverEntry[]): void {
    const { width, height } = entries.at(-1)?.contentRect ?? { width: 0, height: 0 }
    // A hidden stage keeps its size: what it shows must not jump when it comes back.
    if (width > 0 && height > 0) this.editor.resize({ width, height })
  }

  private read(event: PointerEvent) {
    return this.presses.read(event, this, { space: this.space })
  }

  private pressed(event: PointerEvent): void {
    event.preventDefault()
    this.focus({ preventScroll: true })
    if (this.opens(event)) return
    this.scene.setPointerCapture(event.pointerId)
    this.down.add(event.pointerId)
    const press = this.read(event)
    this.editor.press(press)
    if (press.pointer === 'touch' && !DRAWS.has(this.tool.value)) this.rests(press)
  }

  /** With Ctrl, or ⌘ on Apple, a click on a note opens the first address in it. */
  private opens(event: PointerEvent): boolean {
    if (event.button !== 0 || !(isApple ? event.metaKey : event.ctrlKey)) return false
    const { left, top } = this.getBoundingClientRect()
    const { board, shown } = this.editor
    const id = shown.noteAt(this.editor.toBoard({ x: event.clientX - left, y: event.clientY - top }))
    const [address] = addressesIn(board.canvas.value.notes.get(id ?? '')?.text ?? '')
    if (address !== undefined) this.context.shell.openAddress(address)
    return address !== undefined
  }

  private moved(event: PointerEvent): void {
    const { resting } = this
    if (resting && distance(this.read(event).at, resting.at) > STEADY_PX) this.stir()
    const ways = this.hand.value.kind === 'ink' ? waysOf(event) : [event]
    for (const way of ways) this.editor.move(this.read(way))
  }

  /** One finger that stays where it is asks for the menu. */
  private rests(press: Press): void {
    this.stir()
    if (this.down.size > 1) return
    this.resting = { at: press.at, timer: setTimeout(() => this.menuUnder(press), LONG_PRESS_MS) }
  }

  private stir(): void {
    clearTimeout(this.resting?.timer)
    this.resting = undefined
  }

  /** The browser asks for it by a right press, by a key, and on some devices by a resting finger. */
  private readonly asksMenu = (event: MouseEvent): void => {
    if (event.composedPath().some(each => each instanceof HTMLTextAreaElement || each instanceof HTMLInputElement))
      return
    event.preventDefault()
    if (event.composedPath()[0] !== this.scene) return askMenu(this, this.menuAsked())
    // Fingers are counted here, alike in all browsers.
    if ('pointerType' in event && event.pointerType === 'touch') return
    const { left, top } = this.getBoundingClientRect()
    this.askAt({ x: event.clientX - left, y: event.clientY - top })
  }

  /** The gesture that this finger began ends unwritten. */
  private menuUnder(press: Press): void {
    this.stir()
    this.down.clear()
    this.editor.cancel()
    this.editor.press({ ...press, button: 2, clicks: 1 })
    this.askAt(press.at)
  }

  private askAt(at: Point): void {
    const { left, top } = this.getBoundingClientRect()
    const spot = this.editor.spotAt(this.editor.toBoard(at))
    askMenu(this, { beside: { x: at.x + left, y: at.y + top, width: 0, height: 0 }, from: this, spot })
  }

  /** Where a key asks for it: below what is chosen, else in the middle of the stage. */
  menuAsked(): MenuAsked {
    const { selection, shown, camera } = this.editor
    const ids = selection.value.kind === 'notes' ? [...selection.value.ids] : []
    const rect = around(ids.flatMap(id => shown.noteRect(id) ?? []))
    const { left, top, width, height } = this.getBoundingClientRect()
    if (!rect) return { beside: { x: left + width / 2, y: top + height / 3, width: 0, height: 0 }, from: this }
    const { x, y } = this.editor.toScreen(rect)
    const { zoom } = camera.value
    return { beside: { x: x + left, y: y + top, width: rect.width * zoom, height: rect.height * zoom }, from: this }
  }

  private released(event: PointerEvent): void {
    this.stir()
    if (!this.down.delete(event.pointerId)) return
    this.editor.release(this.read(event))
  }

  private lost(event: PointerEvent): void {
    this.stir()
    if (this.down.delete(event.pointerId)) this.editor.lose(this.read(event))
  }

  private readonly letGo = (): void => {
    this.space = false
    this.stir()
    if (this.down.size === 0) return
    this.down.clear()
    this.editor.cancel()
  }

  private readonly wheel = (event: WheelEvent): void => {
    event.preventDefault()
    const turn = readWheel(event)
    const { left, top } = this.getBoundingClientRect()
    if ('zoom' in turn) this.editor.zoomAt({ x: event.clientX - left, y: event.clientY - top }, turn.zoom)
    else this.editor.panBy(turn.dx, turn.dy)
  }

  /** Space pans only while the stage itself has the focus: elsewhere it presses buttons and writes. */
  private readonly spaceKey = (event: KeyboardEvent): void => {
    if (event.code !== 'Space') return
    const space = event.type === 'keydown' && event.composedPath()[0] === this
    if (space) event.preventDefault()
    if (space === this.space) return
    this.space = space
    this.requestUpdate()
  }
}

const DRAWS: ReadonlySet<ToolId> = new Set(['link', 'pen', 'highlighter', 'eraser', 'laser'])
const CURSORS = ['grab', 'grabbing', 'crosshair', 'pointer', 'not-allowed'] as const

function stop(event: Event): void {
  event.preventDefault()
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-stage': NnStage
  }
}
