/** The first page: what this is in one look, a board of one's own, and the boards this browser knows. */
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { BlockId } from '../../shared/canvas/blocks.ts'
import type { LanguageId } from '../words/languages.ts'
import { dated, say } from '../words/words.ts'
import './nn-language.ts'
import './nn-mark.ts'
import type { PaperCursor, PaperNote } from './nn-paper.ts'
import './nn-paper.ts'
import { pageLook } from './page-look.ts'
import { recentBoards } from './recent.ts'
import type { Server } from './server.ts'
import { base, controls } from './theme/look.ts'

const note = (text: string, color: PaperNote['color'], segments: readonly number[], by: string): PaperNote => ({
  text,
  color,
  segments,
  by,
})

/** What a team might have written: 0 are listeners, 1 subscribers, 2 artists. */
const WRITTEN: Partial<Record<BlockId, readonly PaperNote[]>> = {
  valuePropositions: [
    note('A huge music library at no price, with ads', 'sky', [0], 'AK'),
    note('Playlists and tips that learn your taste', 'sky', [0, 1], 'BO'),
    note('No ads', 'straw', [1], 'BO'),
    note('Offline listening, better sound', 'straw', [1], 'MT'),
    note('Exclusive content and playlists', 'straw', [1], 'AK'),
    note('Worldwide distribution', 'apricot', [2], 'MT'),
    note('Income per stream, and audience insight', 'apricot', [2], 'MT'),
  ],
  customerRelationships: [
    note('Automated: playlists and ads from listening history', 'sky', [0], 'AK'),
    note('Community: shared playlists', 'sky', [0], 'BO'),
    note('Self-service account and preferences', 'straw', [1], 'MT'),
    note('Faster customer support', 'straw', [1], 'MT'),
  ],
  channels: [
    note('Mobile and desktop apps', 'leaf', [0, 1], 'BO'),
    note('Website: account, discovery, subscription', 'leaf', [1], 'BO'),
    note('Social media: trends, releases', 'leaf', [0, 2], 'AK'),
  ],
  customerSegments: [
    note('Free listeners, funded by ads', 'sky', [0], 'AK'),
    note('Paying subscribers', 'straw', [1], 'AK'),
    note('Artists who publish and earn', 'apricot', [2], 'MT'),
  ],
  revenueStreams: [
    note('Monthly subscriptions', 'straw', [1], 'AK'),
    note('Advertising to free listeners', 'sky', [0], 'BO'),
    note('Bundles with telecom operators', 'straw', [1], 'BO'),
  ],
}

const CURSORS: readonly PaperCursor[] = [
  { name: 'Ben', color: 'brick', x: 330, y: 316 },
  { name: 'Mei', color: 'teal', x: 490, y: 428 },
  { name: 'Ana', color: 'jade', x: 252, y: 560 },
]

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
        flex: 0 1 126px;
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
      .recent {
        max-width: 440px;
        margin-top: 40px;
      }
      .recent h2 {
        font: var(--t-small);
        color: var(--ink-3);
        padding-bottom: 6px;
        border-bottom: 1px solid var(--line-2);
      }
      .recent a {
        display: flex;
        justify-content: space-between;
        gap: 16px;
        padding: 10px 0;
        border-bottom: 1px solid var(--line-2);
        text-decoration: none;
      }
      .recent b {
        font-weight: 620;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      @media (max-width: 640px) {
        h1 {
          font-size: 40px;
          line-height: 44px;
        }
        .ways .button {
          flex: 1 1 100%;
        }
      }
    `,
  ]

  @property({ attribute: false }) declare server: Server
  @property() language: LanguageId = 'en'
  @state() private making = false
  @state() private problem = ''
  private readonly recent = recentBoards(localStorage)

  override render() {
    return html`<main>
        <div class="brand"><nn-mark></nn-mark>${say('page.nonagon')}</div>
        <div class="above"></div>
        <h1>${say('first.title')}</h1>
        <p class="sentence soft">${say('first.sentence')}</p>
        <div class="ways">
          <button class="button primary large" aria-disabled=${this.making} @click=${() => this.make({})}>
            ${say('first.new')}
          </button>
          <button
            class="button large"
            aria-disabled=${this.making}
            @click=${() => this.make({ title: say('first.exampleTitle'), example: 'spotify' })}
          >
            ${say('first.example')}
          </button>
        </div>
        <p class="problem" role="alert" ?hidden=${!this.problem}>${this.problem}</p>
        <div class="grow"></div>
        ${this.recentList()}
        <nn-language .current=${this.language}></nn-language>
      </main>
      <nn-paper written .notes=${WRITTEN} .cursors=${CURSORS}></nn-paper>`
  }

  private recentList() {
    if (this.recent.length === 0) return nothing
    return html`<section class="recent" aria-labelledby="recent">
      <h2 id="recent">${say('first.recent')}</h2>
      ${this.recent.map(
        board =>
          html`<a href="/b/${board.id}"
            ><b>${board.title || say('page.untitled')}</b><span class="soft num">${dated(board.at, 'short')}</span></a
          >`,
      )}
    </section>`
  }

  private async make(ask: Parameters<Server['createBoard']>[0]): Promise<void> {
    if (this.making) return
    this.making = true
    this.problem = ''
    const answer = await this.server.createBoard(ask)
    this.making = false
    if (answer.ok) {
      const { pathname, hash } = new URL(answer.value.links.facilitator, location.href)
      this.dispatchEvent(new CustomEvent<string>('nn-go', { detail: pathname + hash }))
    } else if (answer.problem === 'tooMany') this.problem = say('first.tooMany')
    else this.problem = answer.problem === 'unreachable' ? say('first.unreachable') : say('first.failed')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nn-first': NnFirst
  }
}
