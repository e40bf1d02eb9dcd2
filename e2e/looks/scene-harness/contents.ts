/** What the harness shows: the Spotify canvas of the look's pictures, and as many notes as one asks for. */
import type { Area } from '../../../shared/canvas/blocks.ts'
import { BLOCK_IDS } from '../../../shared/canvas/blocks.ts'
import type { Canvas } from '../../../shared/canvas/canvas.ts'
import { PADDING, STEP, TITLE_ROW } from '../../../shared/canvas/layouts.ts'
import { addLink, addNote, addStroke, change } from '../../../shared/canvas/operations.ts'
import type { NoteColor, Place } from '../../../shared/canvas/records.ts'
import { NOTE_COLORS } from '../../../shared/canvas/records.ts'

type Row = readonly [id: string, text: string, color: NoteColor, segments: string, author: string, kind?: string]

const SPOTIFY: Readonly<Partial<Record<Area, readonly Row[]>>> = {
  customerSegments: [
    ['cs1', 'Free listeners, funded by ads', 'sky', '', 'AK'],
    ['cs2', 'Paying subscribers', 'straw', '', 'AK'],
    ['cs3', 'Artists who publish and earn', 'apricot', '', 'MT'],
  ],
  valuePropositions: [
    ['vp1', 'A huge music library at no price, with ads', 'sky', 'F', 'AK'],
    ['vp2', 'Playlists and tips that learn your taste', 'sky', 'FP', 'BO'],
    ['vp3', 'No ads', 'straw', 'P', 'BO'],
    ['vp4', 'Offline listening, better sound', 'straw', 'P', 'MT', 'performance'],
    ['vp5', 'Exclusive content and playlists', 'straw', 'P', 'AK', 'newness'],
    ['vp6', 'Worldwide distribution', 'apricot', 'A', 'MT'],
    ['vp7', 'Income per stream, and audience insight', 'apricot', 'A', 'MT'],
  ],
  channels: [
    ['ch1', 'Mobile and desktop apps', 'leaf', 'FP', 'BO'],
    ['ch2', 'Website: account, discovery, subscription', 'leaf', 'P', 'BO'],
    ['ch3', 'Social media: trends, releases, artist features', 'leaf', 'FA', 'AK'],
  ],
  customerRelationships: [
    ['cr1', 'Automated: playlists and ads from listening history', 'sky', 'F', 'AK'],
    ['cr2', 'Community: shared playlists', 'sky', 'F', 'BO'],
    ['cr3', 'Self-service account and preferences', 'straw', 'P', 'MT'],
    ['cr4', 'Faster customer support', 'straw', 'P', 'MT'],
    ['cr5', 'Analytics: streams, listeners, engagement', 'apricot', 'A', 'AK'],
  ],
  revenueStreams: [
    ['r1', 'Monthly subscriptions', 'straw', 'P', 'AK'],
    ['r2', 'Advertising to free listeners', 'sky', 'F', 'BO'],
    ['r3', 'Bundles with telecom operators', 'straw', 'P', 'BO'],
  ],
  keyResources: [
    ['kr1', 'Streaming platform and recommendation engine', 'lagoon', 'FPA', 'BO'],
    ['kr2', 'Licensed music catalogue', 'lagoon', 'FP', 'MT'],
    ['kr3', 'Brand', 'lagoon', '', 'AK'],
    ['kr4', 'Listening data and algorithms', 'lagoon', 'FA', 'BO'],
  ],
  keyActivities: [
    ['ka1', 'License music from labels and artists', 'lagoon', 'FP', 'MT'],
    ['ka2', 'Keep the platform fast and current', 'lagoon', 'FP', 'BO'],
    ['ka3', 'Marketing and user acquisition', 'lagoon', '', 'AK'],
    ['ka4', 'Analyse data to improve recommendations', 'lagoon', 'F', 'BO'],
  ],
  keyPartnerships: [
    ['kp1', 'Record labels', 'lagoon', 'FP', 'MT'],
    ['kp2', 'Telecom operators', 'lagoon', 'P', 'BO'],
    ['kp3', 'Artists, for exclusives and promotion', 'lagoon', 'PA', 'AK'],
  ],
  costStructure: [
    ['c1', 'Royalties to labels, artists and publishers', 'rose', 'FP', 'MT'],
    ['c2', 'Infrastructure: hosting and streaming', 'rose', '', 'BO'],
    ['c3', 'Marketing campaigns', 'rose', '', 'AK'],
    ['c4', 'Salaries: engineering, data, support, sales', 'rose', '', 'AK'],
  ],
  parking: [
    ['p1', 'Podcasts for the daily commute', 'stone', '', 'BO'],
    ['p2', 'Live concerts', 'stone', '', 'MT'],
  ],
}

/** Lines as a hand draws them, each about as long as a word, over all blocks. */
export function putStrokes(canvas: Canvas, count: number): void {
  change(canvas, canvas, () => {
    for (let i = 0; i < count; i++) {
      const area = BLOCK_IDS[i % BLOCK_IDS.length] ?? 'channels'
      const row = Math.floor(i / BLOCK_IDS.length)
      addStroke(canvas, {
        id: `s${i}`,
        anchor: [area, 20 + (row % 4) * 70, 60 + (Math.floor(row / 4) % 14) * 24],
        points: Array.from({ length: 60 }, (_, k) => [
          k * 2,
          Math.round(12 * Math.sin(k / 3 + i)),
          50 + Math.round(30 * Math.sin(k / 7)),
        ]).flat(),
        color: i % 3 ? 'ink' : 'jade',
        width: i % 5 ? 3 : 16,
        kind: i % 5 ? 'pen' : 'highlighter',
      })
    }
  })
}

const LINKS =
  'cs2-vp3 cs2-vp4 cs2-vp5 ch1-cs2 ch2-cs2 cr3-cs2 cr4-cs2 cs2-r1 kr2-vp4 ka1-vp5 kp1-ka1 kp2-r3 ka1-c1 vp3-r1'
const SEGMENTS: Readonly<Record<string, string>> = { F: 'cs1', P: 'cs2', A: 'cs3' }
const COLUMNS: Readonly<Partial<Record<Area, number>>> = { revenueStreams: 5, costStructure: 5, parking: 1 }

const slot = (area: Area, index: number): Place => {
  const columns = COLUMNS[area] ?? 2
  return [area, PADDING + (index % columns) * STEP.x, TITLE_ROW + Math.floor(index / columns) * STEP.y, index + 1]
}

export function putSpotify(canvas: Canvas): void {
  change(canvas, 'harness', () => {
    for (const [area, rows] of Object.entries(SPOTIFY) as [Area, readonly Row[]][])
      rows.forEach(([id, text, color, letters, author, kind], index) => {
        const segments = [...letters].flatMap(letter => SEGMENTS[letter] ?? [])
        const kinds = kind ? [kind] : []
        addNote(canvas, { id, place: slot(area, index), text, color, author, segments, kinds })
      })
    for (const pair of LINKS.split(' ')) {
      const [from = '', to = ''] = pair.split('-')
      addLink(canvas, { id: pair, from, to, label: '' })
    }
  })
}

const WORDS =
  'customers pay monthly for a service that learns what they like and keeps working offline, with support by people who answer within an hour'.split(
    ' ',
  )

/** The text of a synthetic note: two to nine words, the same in every run. */
export const syntheticText = (i: number): string =>
  Array.from({ length: 2 + ((i * 7) % 8) }, (_, k) => WORDS[(i * 5 + k * 3) % WORDS.length]).join(' ')

/** Notes spread evenly over the nine blocks, every third with stripes. */
export function putNotes(canvas: Canvas, count: number): void {
  change(canvas, 'harness', () => {
    const inArea = new Map<Area, number>()
    for (let i = 0; i < count; i++) {
      const area = BLOCK_IDS[i % BLOCK_IDS.length] ?? 'channels'
      const index = inArea.get(area) ?? 0
      inArea.set(area, index + 1)
      addNote(canvas, {
        id: `n${i}`,
        place: slot(area, index),
        text: syntheticText(i),
        color: NOTE_COLORS[i % NOTE_COLORS.length] ?? 'straw',
        author: ['AK', 'BO', 'MT'][i % 3] ?? '',
        segments: i % 3 === 0 ? [`n${(i % 5) * BLOCK_IDS.length}`] : [],
      })
    }
  })
}

const ODD: readonly (readonly [text: string, segments: number])[] = [
  ['עולים חדשים שמחפשים דירה ראשונה', 2],
  ['العملاء الذين يدفعون شهريا', 0],
  ['月額料金を払う顧客は、広告のない音楽と高音質を求めている。', 1],
  ['ลูกค้าที่จ่ายรายเดือนเพื่อฟังเพลงแบบไม่มีโฆษณา', 0],
  ['Donaudampfschifffahrtsgesellschaftskapitänswitwe', 1],
  [WORDS.join(' '), 3],
  ['Подписчики, которые платят каждый месяц', 4],
  ['Five segments and a +2 in the foot', 5],
  ['Nine, the last with a line', 9],
  ['👩‍👩‍👧‍👦 families 🎧', 0],
  ['One\nline\neach', 0],
  ['', 1],
]

/** Notes that are hard to paint: other scripts, long words, long texts, many segments. */
export function putOddities(canvas: Canvas): void {
  change(canvas, 'harness', () => {
    for (let i = 0; i < 9; i++) {
      const place = slot('customerSegments', i)
      addNote(canvas, { id: `s${i}`, place, text: `Segment ${i + 1}`, color: 'stone', author: 'AK' })
    }
    ODD.forEach(([text, count], i) => {
      const segments = Array.from({ length: Math.min(count, 8) }, (_, k) => `s${count === 9 ? 8 : k}`)
      const color = NOTE_COLORS[i % NOTE_COLORS.length] ?? 'straw'
      addNote(canvas, { id: `o${i}`, place: slot('valuePropositions', i), text, color, author: 'MT', segments })
    })
  })
}
