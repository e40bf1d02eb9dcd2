/** A small strict reader of XML, for tests: throws at what a browser would not open. */

export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Element | string)[]
}

const NAME = '[A-Za-z_][\\w:.-]*'
const TOKEN = new RegExp(`<(/)?(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/)?>|([^<]+)|([^])`, 'gu')
const ATTRIBUTE = new RegExp(`(${NAME})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'gu')
const FORBIDDEN = /[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u
const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|(\w*));?/gu, (all, code: string | undefined, name: string | undefined) => {
    const sign = code !== undefined ? String.fromCodePoint(Number(code)) : SIGNS[name ?? '']
    if (sign === undefined || !all.endsWith(';')) throw new Error(`No entity: ${all}`)
    return sign
  })
}

export function readXML(text: string): Element {
  const forbidden = FORBIDDEN.exec(text)
  if (forbidden) throw new Error(`No sign of XML at ${forbidden.index}`)
  const top: Element & { readonly children: (Element | string)[] } = { name: '', attributes: {}, children: [] }
  const open = [top]
  for (const [, closes, name = '', written = '', isEmpty, words, odd] of text
    .replace(/^<\?xml[^?]*\?>/, '')
    .matchAll(TOKEN)) {
    const parent = open.at(-1) ?? top
    if (odd !== undefined) throw new Error(`Not expected: ${odd}`)
    if (words !== undefined) parent.children.push(decoded(words))
    else if (closes !== undefined) {
      if (open.pop()?.name !== name || open.length === 0) throw new Error(`</${name}> closes another element`)
    } else {
      const pairs = [...written.matchAll(ATTRIBUTE)].map(([, key = '', a, b]) => [key, decoded(a ?? b ?? '')] as const)
      if (new Set(pairs.map(([key]) => key)).size < pairs.length) throw new Error(`<${name}> says something twice`)
      const element = { name, attributes: Object.fromEntries(pairs), children: [] }
      parent.children.push(element)
      if (isEmpty === undefined) open.push(element)
    }
  }
  const [root, ...more] = top.children.filter(child => typeof child !== 'string' || child.trim())
  if (open.length > 1 || typeof root !== 'object' || more.length > 0) throw new Error('Not one whole element')
  return root
}

export function* elementsIn(element: Element, name?: string): Generator<Element> {
  if (name === undefined || element.name === name) yield element
  for (const child of element.children) if (typeof child !== 'string') yield* elementsIn(child, name)
}

export const textIn = ({ children }: Element): string =>
  children.map(child => (typeof child === 'string' ? child : textIn(child))).join('')
