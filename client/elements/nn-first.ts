/** The first page: what this is in one look, a board of one's own, the way in by a code, and the boards this browser knows. */
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { newId } from '../../shared/base/id.ts'
import type { Store } from '../base/store.ts'
import type { LanguageId } from '../words/languages.ts'
import { say } from '../words/words.ts'
import { fileFault } from './file-fault.ts'
import { CURSORS, WRITTEN } from './first-paper.ts'
import { icon } from './icons.ts'
import './nn-code-field.ts'
import './nn-drop.ts'
import './nn-language.ts'
import './nn-mark.ts'
import type { Entry } from './nn-menu-list.ts'
import './nn-menu.ts'
import './nn-paper.ts'
import './nn-recent.ts'
import { pageLook } from './page-look.ts'
import type { MadeBoard, NewBoard, Server } from './server.ts'
import { base, controls } from './theme/look.ts'

const OPERATOR_KEY = 'nonagon.operator'

const EXAMPLES = ['spotify', 'airbnb'] as const

@customElement('nn-first')
export class NnFirst extends LitElement {
  static override styles = [
    base,
    controls,
    pageLook,
    css`
      h1 {
        font: var(--t-poster);
        letter-spacing: -0.03em;
        text-wrap: balance;
        max-width: 520px;
      }
      .above {
        flex: 0 1 96px;
      }
      .sentence {
        max-width: 440px;
        margin: 22px 0 32px;
        font-size: 19px;
        line-height: 29px;
      }
      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: 12px;
      }
      .file {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 12px;
        max-width: 480px;
        margin-top: 14px;
        font: var(--t-small);
      }
      .file .button {
        min-height: 30px;
        padding: 0;
        text-decoration: underline;
        text-decoration-thickness: 1px;
        text-underline-offset: 4px;
      }
      .file span {
        flex: 1 1 260px;
      }
      nn-code-field {
        margin-top: 28px;
      }
      .grow {
        flex-basis: 32px;
      }
      nn-recent {
        max-width: 440px;
      }
      .problem {
        max-width: 480px;
      }
      /* No part of the page until there is something to say. */
      nn-drop,
      nn-operator {
        position: absolute;
      }
      @media (pointer: coarse) {
        .file .button {
          min-height: 44px;
        }
      }
      @media (max-width: 640px) {
        h1 {
          font-size: 40px;
          line-height: 44px;
        }
        .ways > * {
          flex: 1 1 100%;
        }
      }
    `,
  ]

  @property({ attribute: false }) declare server: Server
  @property() language: LanguageId = 'en'
  @property({ attribute: false }) declare store: Store
  /** Takes a board off this device. */
  @property({ attribute: false }) declare forget: (board: string) => Promise<void>
  @state() private making = false
  @state() private problem = ''
  /** What waits for the secret of an operator. */
  @state() private waiting: NewBoard | undefined
  @state() private isWrongSecret = false
  @query('input[type="file"]') declare private readonly field: HTMLInputElement

  override render() {
    const examples = EXAMPLES.map((id): Entry => ({ id, label: say(`first.${id}`) }))
    return html`<main>
        <div class="brand"><nn-mark></nn-mark>${say('page.nonagon')}</div>
        <div class="above"></div>
        <h1>${say('first.title')}</h1>
        <p class="sentence soft">${say('first.sentence')}</p>
        <div class="ways">
          <button
            class="button primary large"
            aria-disabled=${this.making ? 'true' : nothing}
            @click=${() => this.make({})}
          >
            ${say('first.new')}
          </button>
          <nn-menu
            .label=${say('first.example')}
            look="button large"
            .entries=${examples}
            @nn-choose=${(event: CustomEvent<(typeof EXAMPLES)[number]>) => this.makeExample(event.detail)}
          ></nn-menu>
        </div>
        <div class="file soft">
          <button class="button quiet" @click=${() => this.field.click()}>
            ${icon('upload', 'small')}${say('first.file')}
          </button>
          <span>${say('first.fileHint')}</span>
          <input
            type="file"
            hidden
            accept=".md,.markdown,.txt,.json,.csv,.tsv,.tab,text/markdown,text/plain,text/csv,text/tab-separated-values,application/json"
            @change=${this.chosen}
          />
        </div>
        <p class="problem" role="alert" ?hidden=${!this.problem}>${this.problem}</p>
        <nn-code-field .server=${this.server}></nn-code-field>
        <div class="grow"></div>
        <nn-recent .store=${this.store} .forget=${this.forget}></nn-recent>
        <nn-language .current=${this.language}></nn-language>
      </main>
      <nn-paper written .notes=${WRITTEN} .cursors=${CURSORS}></nn-paper>
      <nn-drop
        .hint=${say('first.drop')}
        @nn-files=${(event: CustomEvent<readonly File[]>) => this.open(event.detail)}
      ></nn-drop>
      ${this.operator()}`
  }

  private operator() {
    const { waiting } = this
    if (!waiting) return nothing
    return html`<nn-operator
      ?wrong=${this.isWrongSecret}
      @nn-secret=${(event: CustomEvent<string>) => {
        this.store.setItem(OPERATOR_KEY, event.detail)
        void this.make(waiting)
      }}
      @nn-close=${() => {
        this.waiting = undefined
        this.isWrongSecret = false
      }}
    ></nn-operator>`
  }

  private makeExample(example: (typeof EXAMPLES)[number]): Promise<void> {
    return this.make({ title: say(`first.${example}`), example })
  }

  private chosen(): void {
    const files = [...(this.field.files ?? [])]
    // The same file chosen again, because it was mended meanwhile, is news.
    this.field.value = ''
    if (files.length > 0) void this.open(files)
  }

  /** A file becomes a board of its own, or one sentence says why not. */
  private async open([file, ...more]: readonly File[]): Promise<void> {
    if (!file) return
    if (more.length > 0) {
      this.problem = say('first.several')
      return
    }
    this.problem = ''
    const [{ readNewBoard }, { toJSON }] = await Promise.all([
      import('../files/new-board.ts'),
      import('../../shared/canvas/json.ts'),
    ])
    const read = await readNewBoard(file, { newId, now: Date.now(), author: '' })
    if (read.ok) await this.make({ title: read.title, json: toJSON(read.content) })
    else this.problem = fileFault(read.problem)
  }

  private async make(ask: NewBoard): Promise<void> {
    if (this.making) return
    this.making = true
    this.problem = ''
    const secret = this.store.getItem(OPERATOR_KEY)
    const answer = await this.server.createBoard(ask, secret ?? undefined)
    this.making = false
    if (answer.ok) {
      this.dispatchEvent(new CustomEvent<MadeBoard>('nn-made', { detail: answer.value }))
      return
    }
    if (answer.problem === 'operatorOnly') {
      await import('./nn-operator.ts')
      this.store.removeItem(OPERATOR_KEY)
      this.isWrongSecret = secret !== null
      this.waiting = ask
      return
    }
    this.waiting = undefined
    this.problem =
      answer.problem === 'tooMany' || answer.problem === 'tooLarge' || answer.problem === 'unreachable'
        ? say(`first.${answer.problem}`)
        : say('first.failed')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-first': NnFirst
  }
}
