/** What may lie over the board, one at a time, and what each of them is handed. */
import { html } from 'lit'
import type { Context, MovedEnd } from '../commands/command.ts'
import { areaInMind } from '../commands/in-mind.ts'
import { linkTo } from '../commands/links.ts'
import type { Readable } from '../files/paste.ts'
import { say } from '../words/words.ts'
import type { Pasting } from './board-clipboard.ts'
import type { Desk } from './desk.ts'

export type Dialog =
  | { readonly kind: 'share' | 'device' | 'keys' | 'palette' | 'export' | 'boardCopy' | 'duplicates' | 'report' }
  | { readonly kind: 'import'; readonly files: readonly File[] }
  | { readonly kind: 'paste'; readonly pasting: Pasting }
  | { readonly kind: 'linkSearch'; readonly from: string; readonly moved: MovedEnd | undefined }
  /** What speaks against leaving the step, and what is done once that is put aside. */
  | { readonly kind: 'doubts'; readonly doubts: readonly string[]; readonly leave: () => void }

/** The note that stays, and the end of a link that moves, if it is not a new one. */
export type LinkAsked = readonly [from: string, moved?: MovedEnd]

/** The board as its dialogs need it. */
export interface DialogGround {
  readonly context: Context
  readonly desk: Desk
  readonly boardName: string
  close(): void
  show(text: string): void
  /** Said with a way back. */
  imported(text: string): void
  pasted(ids: readonly string[]): void
  /** Lines or cells from a file are looked at as pasted ones are. */
  lookAt(pasting: Pasting): void
}

export function dialogOf(dialog: Dialog, { context, desk, boardName, ...ground }: DialogGround) {
  const { editor, server, store } = desk
  const close = () => ground.close()
  switch (dialog.kind) {
    case 'palette':
      return html`<nn-palette .context=${context} @nn-close=${close}></nn-palette>`
    case 'share':
      return html`<nn-share
        .board=${editor.board}
        .server=${server}
        .store=${store}
        .boardName=${boardName}
        ?owner=${desk.owner}
        @nn-close=${close}
      ></nn-share>`
    case 'device':
      return html`<nn-device .board=${editor.board} .server=${server} @nn-close=${close}></nn-device>`
    case 'boardCopy':
      return html`<nn-board-copy .desk=${desk} .boardName=${boardName} @nn-close=${close}></nn-board-copy>`
    case 'keys':
      return html`<nn-keys .store=${store} @nn-close=${close}></nn-keys>`
    case 'export':
      return html`<nn-export
        .editor=${editor}
        .untitled=${desk.title || say('page.untitled')}
        @nn-exported=${(event: CustomEvent<string>) => ground.show(event.detail)}
        @nn-close=${close}
      ></nn-export>`
    case 'duplicates':
      return html`<nn-duplicates .editor=${editor} .store=${store} @nn-close=${close}></nn-duplicates>`
    case 'report':
      return html`<nn-report .editor=${editor} .boardName=${boardName} @nn-close=${close}></nn-report>`
    case 'import':
      return html`<nn-import
        .editor=${editor}
        .files=${dialog.files}
        @nn-imported=${(event: CustomEvent<string>) => ground.imported(event.detail)}
        @nn-words=${({ detail }: CustomEvent<Readable>) =>
          ground.lookAt({ pasted: detail, area: areaInMind(context) ?? 'parking' })}
        @nn-close=${close}
      ></nn-import>`
    case 'paste':
      return html`<nn-paste
        .editor=${editor}
        .pasted=${dialog.pasting.pasted}
        .area=${dialog.pasting.area}
        @nn-pasted=${(event: CustomEvent<readonly string[]>) => ground.pasted(event.detail)}
        @nn-close=${close}
      ></nn-paste>`
    case 'linkSearch':
      return html`<nn-link-search
        .board=${editor.board}
        .from=${dialog.from}
        .moved=${dialog.moved}
        @nn-link-to=${({ detail }: CustomEvent<string>) => linkTo(editor, dialog.from, detail, dialog.moved)}
        @nn-close=${close}
      ></nn-link-search>`
    case 'doubts':
      return html`<nn-doubts .doubts=${dialog.doubts} @nn-leave=${dialog.leave} @nn-close=${close}></nn-doubts>`
  }
}
