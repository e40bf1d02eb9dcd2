/** A board on the screen: bar, tools, stage or outline, panel and foot around one editor, and what is said about it. */
import type { PropertyValues } from 'lit'
import { html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Unsubscribe } from '../../shared/base/observable.ts'
import type { Area } from '../../shared/canvas/blocks.ts'
import type { Run } from '../../shared/workshop/session.ts'
import { nameCanvas } from '../../shared/canvas/operations.ts'
import type { Context, CopyWay, MovedEnd, Shell, Sound, Theme } from '../commands/command.ts'
import { runCommand } from '../commands/commands.ts'
import { areaInMind, areaInSight, chosenNote } from '../commands/in-mind.ts'
import type { MenuId } from '../commands/menus.ts'
import type { Editor } from '../editor/editor.ts'
import { denialOf } from '../editor/may.ts'
import { sentenceOf } from '../words/sayings.ts'
import type { LanguageChoice, LanguageId } from '../words/languages.ts'
import { say } from '../words/words.ts'
import { addImages, areImages, chooseImage } from './add-images.ts'
import { BoardClipboard } from './board-clipboard.ts'
import type { Dialog, LinkAsked } from './board-dialogs.ts'
import { dialogOf } from './board-dialogs.ts'
import { followKeys } from './board-keys.ts'
import { boardLook } from './board-look.ts'
import { BoardMenu } from './board-menu.ts'
import type { PanelTab } from './board-panels.ts'
import { panelOf, tabsOf } from './board-panels.ts'
import type { Handed } from './clipboard.ts'
import { chimeFor } from './chime.ts'
import type { Desk } from './desk.ts'
import type { MenuAsked } from './menu-asked.ts'
import './nn-banner.ts'
import type { NnCompany } from './nn-company.ts'
import './nn-drop.ts'
import type { NnFind } from './nn-find.ts'
import './nn-foot.ts'
import type { NnHint } from './nn-hint.ts'
import type { NnLive } from './nn-live.ts'
import './nn-live.ts'
import './nn-naming.ts'
import type { NnOutline } from './nn-outline.ts'
import type { NnOutlineArea } from './nn-outline-area.ts'
import './nn-rail.ts'
import './nn-stage.ts'
import type { NnToast, ToastAction } from './nn-toast.ts'
import './nn-toast.ts'
import './nn-top-bar.ts'
import type { Part } from './parts.ts'
import { bringPart, bringPartsSoon } from './parts.ts'
import { singleKeysAct } from './single-keys.ts'
import { base } from './theme/look.ts'
import { opensWithOutline, PHONE, rememberView } from './views.ts'
import type { Mouth } from './voice.ts'
import { speakFor } from './voice.ts'
import { Watch } from './watch.ts'

/** The panel lies over the board instead of beside it. */
const OVERLAY = '(max-width: 1023px)'

@customElement('nn-board')
export class NnBoard extends LitElement implements Shell {
  static override styles = [base, boardLook]

  @property({ attribute: false }) declare desk: Desk
  /** Said once, when the board stands. */
  @property() greeting = ''
  /** Who made the board has no name yet. */
  @property({ type: Boolean }) asksName = false
  @state() outlineOpen = opensWithOutline()
  @state() private panel: PanelTab | '' = ''
  @state() private dialog: Dialog | undefined
  @state() private labelling = ''
  @state() private naming = ''
  /** The stage is made when it is first seen, and stays. */
  private staged = false
  private broughtAll = false
  private hush: Unsubscribe = () => undefined
  private leaveKeys: Unsubscribe = () => undefined
  private readonly clipboard = new BoardClipboard({
    editor: () => this.editor,
    context: () => this.context,
    stageAt: () => this.renderRoot.querySelector('nn-stage')?.getBoundingClientRect() ?? { left: 0, top: 0 },
    show: (text, action) => this.show(text, action),
    takeFiles: files => this.takeFiles(files),
    server: () => this.desk.server,
    lookAt: pasting => this.open({ kind: 'paste', pasting }),
  })
  private readonly menu = new BoardMenu(this)
  @query('nn-toast') declare private readonly toast: NnToast | null
  @query('nn-company') declare private readonly company: NnCompany | null
  @query('nn-find') declare private readonly findBar: NnFind | null
  @query('nn-live') declare private readonly live: NnLive | null

  private readonly saveState = new Watch(this, () => this.editor.board.saveState)
  private readonly found = new Watch(
    this,
    () => this.editor.found,
    now => (now !== undefined) !== (this.findBar !== null),
  )
  private readonly offers = new Watch(this, () => this.editor.board.offers)

  constructor() {
    super()
    new Watch(this, () => this.editor.board.canvas.value.about)
    new Watch(this, () => this.editor.board.rights)
    new Watch(this, () => this.editor.board.privateRound)
    new Watch(
      this,
      () => this.editor.selection,
      chosen => {
        if (chosen.kind === 'notes') void this.clipboard.makeReady()
        return false
      },
    )
    new Watch(this, () => this.editor.session.run)
    new Watch(this, () => this.editor.voting.open)
    new Watch(this, () => this.editor.voting.results)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.leaveKeys = followKeys(this, {
      context: () => this.context,
      singleKeysAct: () => singleKeysAct(this.desk.store),
    })
    this.clipboard.follow(this)
    if (this.outlineOpen) this.openOutline()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.leaveKeys()
    this.hush()
    this.clipboard.leave()
  }

  override render() {
    const { editor } = this
    this.staged ||= !this.outlineOpen
    if (this.offers.value.length > 0) this.bring('tray')
    if (editor.voting.open.value.length > 0) this.bring('voteBar')
    if (editor.board.privateRound.value) this.bring('private')
    return html`<nn-top-bar
        .context=${this.context}
        .served=${this.desk.title}
        ?peopleOpen=${this.panel === 'people'}
        ?agendaOpen=${this.panel === 'agenda'}
        ?stepOpen=${this.panel === 'step'}
        ?outlineOpen=${this.outlineOpen}
        @nn-people=${() => this.toggle('people')}
        @nn-share=${() => this.openShare()}
        @nn-outline=${this.toggleOutline}
        @nn-rename=${(event: CustomEvent<string>) => this.rename(event.detail)}
      ></nn-top-bar>
      ${this.outlineOpen ? nothing : html`<nn-rail .context=${this.context}></nn-rail>`}
      <main class="middle" @nn-say=${(event: CustomEvent<string>) => this.live?.say(event.detail)} @nn-labelled=${this.labelled} @nn-named=${this.named} @nn-menu=${(event: CustomEvent<MenuAsked>) => this.menu.open(this.context, event.detail)} @nn-scene-failed=${this.sceneFailed}>
        ${this.stepBlock()}
        <nn-banner .board=${editor.board} .keeps=${this.desk.keeps}></nn-banner>
        <nn-vote-bar .editor=${editor}></nn-vote-bar>
        <nn-private .editor=${editor}></nn-private>
        ${
          this.asksName
            ? html`<nn-naming
                .board=${editor.board}
                .server=${this.desk.server}
                .store=${this.desk.store}
                .writing=${editor.writing}
                @nn-close=${this.closeNaming}
              ></nn-naming>`
            : nothing
        }
        <div class="view">
          ${
            this.staged
              ? html`<nn-stage
                  .editor=${editor}
                  .context=${this.context}
                  .store=${this.desk.store}
                  .paint=${this.desk.paint}
                  .labelling=${this.labelling}
                  .naming=${this.naming}
                  ?hidden=${this.outlineOpen}
                ></nn-stage>`
              : nothing
          }
          ${this.outlineOpen ? html`<nn-outline .editor=${editor} .naming=${this.naming} @nn-note-more=${() => this.openPanel('note')} @nn-lines=${this.linesPasted}></nn-outline>` : nothing}
          ${this.found.value ? html`<nn-find .editor=${editor} @nn-close=${this.backToBoard}></nn-find>` : nothing}
          ${this.offers.value.length > 0 ? html`<nn-tray .board=${editor.board}></nn-tray>` : nothing}
          <nn-company .context=${this.context} ?outlineOpen=${this.outlineOpen} @nn-back=${this.backToBoard}></nn-company>
          <nn-toast></nn-toast>
        </div>
        ${this.menu.list()}
      </main>
      ${this.aside()}
      <nn-foot
        .editor=${editor}
        ?outlineOpen=${this.outlineOpen}
        @nn-outline=${this.toggleOutline}
        @nn-level=${(event: CustomEvent<string>) => this.level(event.detail)}
      ></nn-foot>
      <nn-live .editor=${editor}></nn-live>
      <nn-tip></nn-tip>
      <nn-drop
        .hint=${say('drop.hint')}
        .refusal=${this.noFiles}
        @nn-files=${(event: CustomEvent<readonly File[]>) => this.takeFiles(event.detail)}
      ></nn-drop>
      ${this.dialogs()}`
  }

  override firstUpdated(): void {
    this.bring('company')
    const ends = [
      speakFor(this.editor, this.desk.keeps, this.mouth),
      chimeFor(this.editor.session, this.desk.sound),
      this.editor.session.news.subscribe(news => news.kind === 'began' && this.meetStep(news.run)),
    ]
    this.hush = () => {
      for (const end of ends) end()
    }
    const run = this.editor.session.run.value
    if (run) this.meetStep(run)
    if (this.greeting) this.show(this.greeting)
    if (!this.outlineOpen) this.renderRoot.querySelector('nn-stage')?.focus()
  }

  override updated(changed: PropertyValues): void {
    this.toggleAttribute('outline', this.outlineOpen)
    this.toggleAttribute('running', this.editor.session.run.value !== undefined)
    document.title = `${this.name} · ${say('page.nonagon')}`
    if (changed.get('outlineOpen') === true && !this.outlineOpen) this.renderRoot.querySelector('nn-stage')?.focus()
    if (this.broughtAll || this.saveState.value.kind !== 'saved') return
    this.broughtAll = true
    bringPartsSoon()
  }

  // The shell of the commands ---------------------------------------------------------------------------------------

  get theme(): Theme {
    return this.desk.theme
  }

  get sound(): Sound {
    return this.desk.sound
  }

  get language(): LanguageChoice {
    const { current } = this.desk.language
    return { current, choose: id => this.turnTo(id) }
  }

  openOutline(): void {
    this.bring('outline')
    this.outlineOpen = true
    if (!matchMedia(OVERLAY).matches) this.panel = 'note'
    rememberView('outline')
  }

  closeOutline(): void {
    this.outlineOpen = false
    if (this.panel === 'note') this.panel = ''
    rememberView('')
  }

  openShare(): void {
    this.open({ kind: 'share' })
  }

  openBoardCopy(): void {
    this.open({ kind: 'boardCopy' })
  }

  openDevice(): void {
    this.open({ kind: 'device' })
  }

  openKeys(): void {
    this.open({ kind: 'keys' })
  }

  openFind(): void {
    this.bring('find')
    if (!this.editor.found.value) this.editor.find({ text: '' })
    this.findBar?.begin?.()
  }

  openAddress(address: string): void {
    window.open(address, '_blank', 'noopener,noreferrer')
  }

  toggleBin(): void {
    this.toggle('bin')
  }

  openDuplicates(): void {
    this.open({ kind: 'duplicates' })
  }

  openPalette(): void {
    this.open({ kind: 'palette' })
  }

  openMenu(id?: MenuId): void {
    this.menu.open(this.context, this.asked(), id)
  }

  openPeople(): void {
    this.openPanel('people')
  }

  openRemark(): void {
    this.bring('company')
    this.company?.say?.()
  }

  toggleAgenda(): void {
    this.toggle('agenda')
  }

  toggleStep(): void {
    this.toggle('step')
  }

  askToLeave(doubts: readonly string[], leave: () => void): void {
    if (doubts.length === 0) leave()
    else this.open({ kind: 'doubts', doubts, leave })
  }

  openReport(): void {
    this.open({ kind: 'report' })
  }

  openResults(): void {
    this.openPanel('results')
  }

  goTo(area: Area, note?: string): void {
    this.outline?.show(area, note)
  }

  openImport(files: readonly File[] = []): void {
    this.editor.endWriting()
    this.open({ kind: 'import', files })
  }

  openExample(): void {
    void import('../../shared/canvas/examples/spotify.ts').then(({ SPOTIFY }) =>
      this.openImport([new File([SPOTIFY], 'Spotify.md', { type: 'text/markdown' })]),
    )
  }

  get hasHint(): boolean {
    return this.asksName || this.hint?.hint !== undefined
  }

  /** One Escape, one thing: the question for a name stands above the hint. */
  putHintAway(): void {
    if (this.asksName) this.asksName = false
    else this.hint?.putAway()
  }

  openExport(): void {
    this.open({ kind: 'export' })
  }

  addImages(files?: readonly File[]): void {
    if (!files) return void chooseImage().then(chosen => this.addImages(chosen))
    // Where somebody was looking when they let it go, wherever they look once it is there.
    const note = chosenNote(this.context)?.id
    const area = areaInMind(this.context) ?? areaInSight(this.context) ?? 'parking'
    if (area === 'parking' && note === undefined) this.editor.parkingOpen.set(true)
    const { editor, desk } = this
    void addImages(files, { note, area }, { editor, server: desk.server, show: text => this.show(text) })
  }

  copy(how: CopyWay): void {
    this.clipboard.copy(how)
  }

  paste(context: Context): void {
    void this.clipboard.paste(context)
  }

  chooseLinkTarget(from: string, moved?: MovedEnd): void {
    this.open({ kind: 'linkSearch', from, moved })
  }

  askGroupName(group: string): void {
    this.naming = group
  }

  askLabel(link: string): void {
    if (this.outlineOpen) this.panel = 'note'
    this.labelling = link
  }

  // ------------------------------------------------------------------------------------------------------------------

  private get hint(): NnHint | null | undefined {
    return this.outlineOpen ? undefined : this.renderRoot.querySelector('nn-stage')?.hint
  }

  /** Undefined also while its part of the page is on its way. */
  private get outline(): NnOutline | undefined {
    const outline = this.renderRoot.querySelector('nn-outline:defined')
    return (outline as NnOutline | null) ?? undefined
  }

  private bring(part: Part): void {
    void bringPart(part).then(came => came || this.show(say('page.partFailed')))
  }

  private get editor(): Editor {
    return this.desk.editor
  }

  private get name(): string {
    return this.editor.board.canvas.value.about.value.title || this.desk.title || say('page.untitled')
  }

  private get context(): Context {
    return { editor: this.editor, shell: this }
  }

  /** Where the keyboard asks: at what is chosen, else where one writes or looks. */
  private asked(): MenuAsked {
    const slip = this.outline?.focusedSlip
    if (slip) return { beside: slip.getBoundingClientRect(), from: slip }
    const stage = this.renderRoot.querySelector('nn-stage')
    return stage?.menuAsked() ?? { beside: this.getBoundingClientRect(), from: this }
  }

  private aside() {
    if (!this.panel) return nothing
    this.bring('panel')
    const { context, desk, outlineOpen, labelling } = this
    const ground = { context, desk, outlineOpen, labelling }
    return html`<nn-panel
      .tabs=${tabsOf(this.panel, ground)}
      .current=${this.panel}
      ?stays=${outlineOpen && !matchMedia(OVERLAY).matches}
      @nn-tab=${(event: CustomEvent<PanelTab>) => this.openPanel(event.detail)}
      @nn-close=${() => {
        this.panel = ''
      }}
      @nn-say=${(event: CustomEvent<string>) => this.live?.say(event.detail)}
      @nn-labelled=${this.labelled}
      @nn-link-target=${(event: CustomEvent<LinkAsked>) => this.chooseLinkTarget(...event.detail)}
    >
      ${panelOf(this.panel, ground)}
    </nn-panel>`
  }

  private dialogs() {
    const { dialog } = this
    if (!dialog) return nothing
    return dialogOf(dialog, {
      context: this.context,
      desk: this.desk,
      boardName: this.name,
      // What one of them opens stays when that one closes.
      close: () => {
        if (this.dialog === dialog) this.dialog = undefined
      },
      show: text => this.show(text),
      imported: text => this.show(text, { label: say('command.undo'), run: () => this.editor.undo() }),
      pasted: ids => this.clipboard.pasted(ids),
      lookAt: pasting => this.open({ kind: 'paste', pasting }),
    })
  }

  private open(dialog: Dialog): void {
    this.bring(dialog.kind)
    this.dialog = dialog
  }

  /** Images become notes; all else is a canvas to look at. */
  private takeFiles(files: readonly File[]): void {
    if (areImages(files)) this.addImages(files)
    else this.openImport(files)
  }

  /** In the field for a new note of a block. */
  private linesPasted(event: CustomEvent<Handed>): void {
    const area = event.composedPath().find(each => each instanceof HTMLElement && each.localName === 'nn-outline-area')
    void this.clipboard.pasteWords(event.detail, { area: (area as NnOutlineArea | undefined)?.area })
  }

  /** To the canvas, or in the outline to the note that was found. */
  private backToBoard(): void {
    if (this.outlineOpen) void this.outline?.focusChosen()
    else this.renderRoot.querySelector('nn-stage')?.focus()
  }

  private closeNaming(event: Event): void {
    const hadFocus = (event.target as HTMLElement).matches(':focus-within')
    this.asksName = false
    if (hadFocus) this.renderRoot.querySelector('nn-stage')?.focus()
  }

  /** Why no file is taken here. */
  private get noFiles(): string {
    const why = denialOf(this.editor.board, 'add')
    return why ? sentenceOf({ kind: 'notAllowed', right: 'add', why }) : ''
  }

  private openPanel(tab: PanelTab): void {
    if (tab !== 'note') this.bring(tab)
    this.panel = tab
  }

  private toggle(tab: Exclude<PanelTab, 'note'>): void {
    if (this.panel === tab) this.panel = this.outlineOpen && !matchMedia(OVERLAY).matches ? 'note' : ''
    else this.openPanel(tab)
  }

  /** On a phone the step stands above the outline. */
  private stepBlock() {
    if (!this.editor.session.run.value || !this.outlineOpen || !matchMedia(PHONE).matches) return nothing
    this.bring('step')
    return html`<nn-step folds .context=${this.context}></nn-step>`
  }

  /** What to do now stands beside the sheet; who leads, looks at the agenda. Nothing is laid over it. */
  private meetStep({ plan }: Run): void {
    const leads = this.editor.board.me.value.role === 'facilitator'
    if (!matchMedia(OVERLAY).matches && this.panel !== 'agenda') this.openPanel(leads ? 'agenda' : 'step')
    const [area] = plan.focus
    if (!area || !this.outlineOpen || this.editor.writing.value !== undefined) return
    void bringPart('outline').then(() => this.outline?.turnTo(area))
  }

  private toggleOutline(): void {
    if (this.outlineOpen) this.closeOutline()
    else this.openOutline()
  }

  private turnTo(language: LanguageId): void {
    this.desk.language.choose(language)
    if (this.saveState.value.kind !== 'saved') this.show(say('page.languageLater'))
  }

  private level(level: string): void {
    this.closeOutline()
    runCommand(`view.${level}`, this.context)
  }

  /** Back to where the name was asked for. */
  private named(): void {
    this.naming = ''
    if (!this.outlineOpen) this.renderRoot.querySelector('nn-stage')?.focus()
  }

  private labelled(): void {
    this.labelling = ''
  }

  private rename(title: string): void {
    const { canvas, history } = this.editor.board
    history.value.run(say('bar.renamed'), () => nameCanvas(canvas.value, title))
  }

  /** The paint broke; the outline shows the same board. */
  private sceneFailed(): void {
    this.openOutline()
    this.show(say('stage.failed'))
  }

  private show(text: string, action?: ToastAction): void {
    this.toast?.show(text, action)
    this.live?.say(text)
  }

  private get mouth(): Mouth {
    const stands = () => !this.outlineOpen && this.renderRoot.querySelector('nn-stage:focus-visible') !== null
    return {
      show: (text, action) => this.show(text, action),
      say: text => this.live?.say(text),
      stand: text => this.live?.stand(text),
      get isWalking() {
        return stands()
      },
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-board': NnBoard
  }
}
