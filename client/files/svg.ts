/** Writes a picture as SVG: text that any program opens, that prints sharp, and whose words can be selected. */
import type { Rect } from '../../shared/base/geometry.ts'
import type { Print } from '../editor/stripes.ts'
import { PRINT_WIDTH, PRINTS } from '../editor/stripes.ts'
import { FONT } from './day.ts'
import { inkOf } from './note-shapes.ts'
import type { Box, Picture, Shape, Words } from './shapes.ts'
import { short } from './shapes.ts'

/** A print is drawn once, this high; a stripe shows as much of it as it has. */
const PRINT_HEIGHT = 126

export function toSVG(picture: Picture): string {
  const used: Used = { prints: new Set(), clips: new Map() }
  const body = picture.shapes.map(shape => write(shape, used)).join('\n')
  const { width, height, title, ground } = picture
  const size = { width: short(width), height: short(height) }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    tag(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        ...size,
        viewBox: `0 0 ${size.width} ${size.height}`,
        role: 'img',
        'aria-labelledby': 'title',
        'font-family': FONT,
        'xml:space': 'preserve',
      },
      [
        tag('title', { id: 'title' }, xml(title)),
        tag('defs', {}, definitions(used)),
        tag('rect', { ...size, fill: ground }),
        body,
      ].join('\n'),
    ),
    '',
  ].join('\n')
}

/** The prints that stripes show, and the rectangles that something is clipped to, each with its id. */
interface Used {
  readonly prints: Set<number>
  readonly clips: Map<string, string>
}

function definitions({ prints, clips: rects }: Used): string {
  const drawings = [...prints].sort().map(print => {
    const { stroke, path }: Print = PRINTS[print] ?? PRINTS[0]
    const color = inkOf(print)
    const look = stroke === undefined ? { fill: color } : { fill: 'none', stroke: color, 'stroke-width': stroke }
    return tag('path', { id: `print-${print + 1}`, ...look, d: path(PRINT_HEIGHT) })
  })
  const clips = [...rects].map(([rect, id]) => tag('clipPath', { id }, rect))
  return [...drawings, ...clips].join('\n')
}

function clipOf({ x, y, width, height }: Rect, { clips }: Used): string {
  const rect = tag('rect', {
    ...{ x: short(x) || undefined, y: short(y) || undefined },
    ...{ width: short(width), height: short(height) },
  })
  const id = clips.get(rect) ?? `clip-${clips.size + 1}`
  clips.set(rect, id)
  return `url(#${id})`
}

function write(shape: Shape, used: Used): string {
  switch (shape.kind) {
    case 'box':
      return writeBox(shape)
    case 'words':
      return writeWords(shape)
    case 'path': {
      const { data, color, stroke, opacity, dash } = shape
      const look = stroke === undefined ? { fill: color } : { fill: 'none', stroke: color, 'stroke-width': stroke }
      return tag('path', { ...look, opacity, 'stroke-dasharray': dash?.join(' '), d: data })
    }
    case 'photo': {
      const { x, y, width, height, image } = shape
      const place = { x: short(x), y: short(y), width: short(width), height: short(height) }
      return tag('image', { ...place, href: image.url })
    }
    case 'print': {
      const clip = clipOf({ x: 0, y: 0, width: PRINT_WIDTH, height: shape.height }, used)
      used.prints.add(shape.print)
      const at = `translate(${short(shape.x)} ${short(shape.y)})`
      const drawing = tag('use', { href: `#print-${shape.print + 1}` })
      return tag('g', { transform: at, 'clip-path': clip }, drawing)
    }
    case 'group': {
      const { at, title, clip, shapes } = shape
      const inner = [...(title ? [tag('title', {}, xml(title))] : []), ...shapes.map(each => write(each, used))]
      const place = { transform: `translate(${short(at.x)} ${short(at.y)})` }
      return tag('g', { ...place, 'clip-path': clip && clipOf(clip, used) }, inner.join('\n'))
    }
  }
}

const writeBox = ({ x, y, width, height, fill = 'none', radius, stroke, dash }: Box): string =>
  tag('rect', {
    ...{ x: short(x), y: short(y), width: short(width), height: short(height), rx: radius, fill, stroke },
    'stroke-dasharray': dash?.join(' '),
  })

/** In another typeface each line is fitted to the width it had in ours. */
function writeWords({ x, y, lines, lineHeight, size, cut, color, anchor, direction }: Words): string {
  const spans = lines.map(({ text, width, spaced }, i) => {
    const fitted = { textLength: text ? short(width) : undefined, lengthAdjust: text ? 'spacingAndGlyphs' : undefined }
    const place = { x: short(x), y: short(y + i * lineHeight) }
    return `${spaced ? ' ' : ''}${tag('tspan', { ...place, ...fitted }, xml(text))}`
  })
  const look = {
    'font-size': size,
    'font-weight': cut.weight,
    'letter-spacing': cut.tracking ? short(cut.tracking * size) : undefined,
    fill: color,
    'text-anchor': anchor === 'end' ? 'end' : undefined,
    direction: direction === 'rtl' ? 'rtl' : undefined,
  }
  return tag('text', look, spans.join(''))
}

type Attributes = Readonly<Record<string, string | number | undefined>>

function tag(name: string, attributes: Attributes, inner?: string): string {
  let written = `<${name}`
  for (const key in attributes) {
    const value = attributes[key]
    if (value !== undefined) written += ` ${key}="${typeof value === 'string' ? xml(value) : value}"`
  }
  return inner === undefined ? `${written}/>` : `${written}>${inner}</${name}>`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** What must not stand in XML as it is: signs of its own, signs that it may never hold, and halves of signs. */
const ODD = /[&<>"']|[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** Text for an element or an attribute. */
const xml = (text: string): string => text.replace(ODD, sign => ENTITIES[sign] ?? '\uFFFD')
