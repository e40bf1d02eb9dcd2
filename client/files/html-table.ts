/** The cells of an HTML table on the clipboard, read as text. */
import { piecesOf, tidyLines, wordsOf } from './html-pieces.ts'

const ENDS_CELL = /^\/?(?:table|tr|td|th)$/
const BREAKS = /^(?:br|p|div|li|\/p|\/div|\/li)$/

/** No table of notes is wider, or merges more of its rows. */
const MOST_SPAN = 1_000

const spanOf = (tag: string, of: 'rowspan' | 'colspan'): number => {
  const said = new RegExp(`\\s${of}\\s*=\\s*["']?(\\d{1,4})`, 'i').exec(tag)?.[1]
  return Math.min(MOST_SPAN, Math.max(1, Number(said ?? 1)))
}

/** Cells at their columns: what a merged cell covers besides its own place is empty. */
class Grid {
  readonly rows: string[][] = []
  /** For each column, how many rows a cell from above still covers. */
  readonly #covered: number[] = []

  beginRow(): void {
    this.#passCovered({ toEnd: true })
    this.rows.push([])
  }

  add(text: string, { rowspan, colspan }: { readonly rowspan: number; readonly colspan: number }): void {
    const row = this.rows.at(-1)
    if (!row) return
    this.#passCovered({ toEnd: false })
    for (let i = 0; i < colspan && row.length < MOST_SPAN; i++) {
      this.#covered[row.length] = rowspan - 1
      row.push(i === 0 ? text : '')
    }
  }

  #passCovered({ toEnd }: { readonly toEnd: boolean }): void {
    const row = this.rows.at(-1)
    while (row && row.length < this.#covered.length) {
      const left = this.#covered[row.length] ?? 0
      if (left === 0 && !toEnd) return
      this.#covered[row.length] = Math.max(0, left - 1)
      row.push('')
    }
  }
}

/** Rows of a table that is all there is; undefined where there is none, or words around it. */
export function tableIn(html: string): readonly (readonly string[])[] | undefined {
  if (!/<table[\s>]/i.test(html)) return undefined
  const grid = new Grid()
  let cell: { text: string; readonly rowspan: number; readonly colspan: number } | undefined
  const close = () => {
    if (cell) grid.add(tidyLines(cell.text), cell)
    cell = undefined
  }
  for (const { text, tag } of piecesOf(html)) {
    if (tag === undefined) {
      const words = wordsOf(text)
      if (cell) cell.text += words
      else if (words.trim()) return undefined
    } else if (ENDS_CELL.test(tag)) {
      close()
      if (tag === 'tr') grid.beginRow()
      else if (tag === 'td' || tag === 'th')
        cell = { text: '', rowspan: spanOf(text, 'rowspan'), colspan: spanOf(text, 'colspan') }
    } else if (cell && BREAKS.test(tag)) cell.text += '\n'
  }
  close()
  return grid.rows.length > 0 ? grid.rows : undefined
}
