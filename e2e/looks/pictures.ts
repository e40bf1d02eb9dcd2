/** The main views as pictures, for people to judge: who does what until a view looks as it should. */
import type { Page } from '@playwright/test'
import { newId } from '../../shared/base/id.ts'
import { painted } from '../../shared/canvas/examples/paint.ts'
import { SPOTIFY } from '../../shared/canvas/examples/spotify.ts'
import { toJSON } from '../../shared/canvas/json.ts'
import { fromMarkdown } from '../../shared/canvas/markdown.ts'
import type { MadeBoard, Nonagon } from '../support/nonagon.ts'
import type { Person } from '../support/person.ts'
import { changeRoleForGood } from '../support/role.ts'

/** What a picture is made with. Its board is the Spotify example with some links; nobody has joined yet. */
export interface Set {
  readonly nonagon: Nonagon
  readonly board: MadeBoard
  readonly person: (name: string, options?: { readonly ownLine?: boolean }) => Promise<Person>
}

export interface Picture {
  /** The file is `look-<name>-<theme>.png`. */
  readonly name: string
  readonly dark?: boolean
  readonly phone?: boolean
  readonly tablet?: boolean
  /** Where it is no common one. */
  readonly size?: { readonly width: number; readonly height: number }
  /** With the few colours that a system gives. */
  readonly forced?: boolean
  /** The language of everybody's browser, if it is not English. */
  readonly locale?: string
  /** Leads people to the view; answers whose page is taken. */
  readonly pose: (set: Set) => Promise<Page>
}

const ANA = 'Ana Kovač'
const BEN = 'Ben Okafor'
const MEI = 'Mei Tanaka'

const VOTE = 'Vote: strongest value and revenue'

const named = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

const first = async ({ nonagon, person }: Set): Promise<Page> => {
  const { page } = await person(ANA)
  await page.goto(nonagon.url)
  await named(page, 'New board').waitFor()
  return page
}

const join = async ({ board, person }: Set): Promise<Page> => {
  await (await person(ANA)).joins(board.links.facilitator)
  await (await person(BEN)).joins(board.links.participant)
  const mei = await person(MEI)
  await mei.opens(board.links.participant)
  await mei.page.getByRole('textbox', { name: 'Your name' }).fill(MEI)
  return mei.page
}

const whole = async ({ board, person }: Set): Promise<Page> => {
  const ana = await (await person(ANA)).joins(board.links.facilitator)
  const ben = await (await person(BEN)).joins(board.links.participant)
  const mei = await (await person(MEI)).joins(board.links.participant)
  const sheet = await ana.sheet()
  await mei.clicks(sheet.middle('Record labels'))
  await mei.page.mouse.move(0, 0)
  await ana.clicks(sheet.middle('Mobile and desktop apps'))
  const [away, beside] = [sheet.spot('costStructure', 900, 320), sheet.spot('revenueStreams', 800, 250)]
  await ana.page.mouse.move(away.x, away.y)
  await ben.clicks(sheet.middle('Monthly subscriptions'))
  await ben.page.mouse.move(beside.x, beside.y)
  return ana.page
}

/** Ben follows Ana, who says something; he is about to answer. */
const company = async ({ board, person }: Set): Promise<Page> => {
  const ana = await (await person(ANA)).joins(board.links.facilitator)
  const ben = await (await person(BEN)).joins(board.links.participant)
  await ben.page.emulateMedia({ reducedMotion: 'reduce' })
  await named(ben.page, `Follow ${ANA}`).click()
  await ben.page.getByText('Move to stop.').waitFor()
  const sheet = await ana.sheet()
  const spot = sheet.spot('keyResources', 200, 150)
  await ben.page.mouse.move(spot.x, spot.y)
  await ben.presses('i')
  await ben.page.keyboard.type('What about these')
  const there = sheet.spot('valuePropositions', 60, 700)
  await ana.page.mouse.move(there.x, there.y)
  await ana.presses('i')
  await ana.page.keyboard.type('Here is room for more')
  return ben.page
}

const hands = async ({ board, person }: Set): Promise<Page> => {
  const ana = await (await person(ANA)).joins(board.links.facilitator)
  const ben = await (await person(BEN)).joins(board.links.participant)
  const sheet = await ana.sheet()
  await ben.takes(sheet.middle('Record labels'), sheet.spot('keyPartnerships', 300, 780))
  await ana.takes(sheet.middle('Mobile and desktop apps'), sheet.spot('customerSegments', 132, 700))
  return ana.page
}

/** Most of the notes in Ben's hand, as this person sees it. */
const handful =
  (sees: typeof ANA | typeof BEN) =>
  async ({ board, person }: Set): Promise<Page> => {
    const ana = await (await person(ANA)).joins(board.links.facilitator)
    const ben = await (await person(BEN)).joins(board.links.participant)
    const sheet = await ben.sheet()
    await ben.takes(sheet.spot('keyPartnerships', 4, 40), sheet.spot('channels', 475, 490))
    await ben.letsGo()
    await ben.takes(sheet.middle('No ads'), sheet.spot('valuePropositions', 300, 330))
    return sees === ANA ? ana.page : ben.page
  }

const block = async ({ board, person }: Set): Promise<Page> => {
  const ana = await (await person(ANA)).joins(board.links.facilitator)
  const ben = await (await person(BEN)).joins(board.links.participant)
  const ads = (await ben.sheet()).middle('No ads')
  await ana.presses('2', 'n')
  await ana.page.keyboard.type('Lyrics that follow the song')
  await ben.doubleClicks(ads)
  await ben.page.keyboard.type(' between songs')
  return ana.page
}

/** An open group, and a closed one that is chosen. */
const groups = async ({ board, person }: Set): Promise<Page> => {
  const ana = await (await person(ANA)).joins(board.links.facilitator)
  const sheet = await ana.sheet()
  const put = async (name: string, note: string) => {
    await ana.clicks(sheet.middle(note))
    await ana.presses('Control+a', 'g')
    const field = ana.page.getByRole('textbox', { name: 'Name of the group' })
    await field.fill(name)
    await field.press('Enter')
    await ana.presses('Escape')
  }
  await put('Where the money comes from', 'Monthly subscriptions')
  await put('How they reach us', 'Mobile and desktop')
  await ana.clicks(sheet.middle('Website: account'))
  await ana.presses('Control+a')
  await ana.presses('Alt+g')
  return ana.page
}

const note = async ({ board, person }: Set): Promise<Page> => {
  const ana = await (await person(ANA)).joins(board.links.facilitator)
  await ana.clicks((await ana.sheet()).middle('Paying subscribers'))
  await ana.presses('z')
  return ana.page
}

const chosenLink = async ({ board, person }: Set): Promise<Page> => {
  const ana = await (await person(ANA)).joins(board.links.facilitator)
  const sheet = await ana.sheet()
  await ana.clicks(sheet.middle('Mobile and desktop apps'))
  const { x, y, height } = sheet.note('Paying subscribers')
  await ana.clicks({ x: x - 4, y: y + height / 2 })
  return ana.page
}

const outline = async ({ board, person }: Set): Promise<Page> => {
  const ana = await (await person(ANA)).joins(board.links.facilitator, { outline: true })
  await (await person(BEN)).joins(board.links.participant)
  await ana.page
    .getByRole('navigation')
    .getByRole('button', { name: /^Channels/ })
    .click()
  await ana.note('Mobile and desktop apps').getByRole('button').click()
  return ana.page
}

const empty = async ({ nonagon, person }: Set): Promise<Page> => {
  const { links } = await nonagon.makeBoard({ title: 'Bike courier co-op' })
  return (await (await person(ANA)).joins(links.facilitator)).page
}

const share = async ({ board, person }: Set): Promise<Page> => {
  const { page } = await (await person(ANA)).joins(board.links.facilitator)
  await named(page, 'Share').click()
  await page.getByRole('img', { name: 'QR code of a link for participants' }).waitFor()
  return page
}

const people = async ({ board, person }: Set): Promise<Page> => {
  const { page } = await (await person(ANA)).joins(board.links.facilitator)
  await (await person(BEN)).joins(board.links.participant)
  const mei = await (await person(MEI)).joins(board.links.observer)
  await mei.page.close()
  await named(page, 'People').click()
  await named(page, `Change ${BEN}`).click()
  return page
}

const keys = async ({ board, person }: Set): Promise<Page> => {
  const ana = await (await person(ANA)).joins(board.links.facilitator)
  await ana.presses('?')
  await ana.page.getByRole('dialog').waitFor()
  return ana.page
}

const search = async ({ board, person }: Set): Promise<Page> => {
  const ana = await (await person(ANA)).joins(board.links.facilitator)
  await ana.clicks((await ana.sheet()).middle('Record labels'))
  await ana.presses('l')
  await ana.page.getByRole('combobox').pressSequentially('mu')
  return ana.page
}

const palette = async ({ board, person }: Set): Promise<Page> => {
  const ana = await (await person(ANA)).joins(board.links.facilitator)
  await ana.presses('Control+k')
  await ana.page.getByRole('combobox').fill('re')
  await ana.page.getByRole('option').first().waitFor()
  return ana.page
}

/** A note that is there already was written once more. */
const duplicates = async ({ board, person }: Set): Promise<Page> => {
  const ana = await (await person(ANA)).joins(board.links.facilitator)
  const sheet = await ana.sheet()
  await ana.writesAt(sheet.spot('keyPartnerships', 240, 600), 'The record labels')
  await ana.writesAt(sheet.spot('revenueStreams', 900, 120), 'Subscriptions, monthly')
  await ana.presses('Control+k')
  await ana.page.getByRole('combobox').fill('near-dup')
  await ana.presses('Enter')
  await ana.page.getByRole('dialog').waitFor()
  return ana.page
}

const offline = async ({ nonagon, board, person }: Set): Promise<Page> => {
  const ana = await person(ANA, { ownLine: true })
  await ana.joins(board.links.participant)
  await (await person(BEN)).joins(board.links.facilitator)
  ana.goesOffline()
  await ana.isOffline()
  for (const text of ['Written on a train', 'Written in a tunnel']) {
    await ana.presses('3', 'n')
    await ana.page.keyboard.type(text)
    await ana.presses('Escape', 'Escape', 'w')
  }
  await changeRoleForGood(nonagon, board, ANA, 'observer')
  await ana.comesBack()
  await ana.region('Changes that were not taken').waitFor()
  await ana.page.getByRole('img', { name: BEN }).waitFor()
  ana.goesOffline()
  await ana.isOffline()
  return ana.page
}

const phone = async ({ board, person }: Set): Promise<Page> =>
  (await (await person(ANA)).joins(board.links.facilitator)).page

const phoneNote = async ({ board, person }: Set): Promise<Page> => {
  const ana = await (await person(ANA)).joins(board.links.facilitator)
  await ana.note('Paying subscribers').getByRole('button').first().tap()
  await named(ana.page, 'More for the note').tap()
  return ana.page
}

const phoneSheet = async ({ board, person }: Set): Promise<Page> => {
  const ana = await (await person(ANA)).joins(board.links.facilitator)
  await named(ana.page, 'More').tap()
  await ana.page.getByRole('menuitem', { name: 'Canvas', exact: true }).tap()
  await ana.stage.waitFor()
  return ana.page
}

/** Somebody comes in by a page of another language, which calls things like this. */
const inLanguage =
  (who: string, words: { readonly name: string; readonly join: string }, note: string, outline = false) =>
  async ({ board, person }: Set): Promise<Page> => {
    const { page } = await person(who)
    await page.goto(board.links.facilitator.replace('#', outline ? '?view=outline#' : '#'))
    await page.getByRole('textbox', { name: words.name }).fill(who)
    await page.getByRole('button', { name: words.join, exact: true }).click()
    if (outline) {
      await page.getByRole('listitem').first().getByRole('button').click()
      return page
    }
    await page.getByRole('application').waitFor()
    await page.keyboard.press('4')
    await page.keyboard.press('n')
    // Letters that no key of this keyboard has come as from an input method, which needs the field.
    await page.locator('nn-note-editor textarea').waitFor()
    await page.keyboard.type(note)
    await page.keyboard.press('Escape')
    return page
  }

const ARABIC = ['سلمى حداد', { name: 'اسمك', join: 'انضمام' }, 'دعم سريع بالعربية عبر WhatsApp، كل يوم'] as const
const GERMAN = ['Jörg Größer', { name: 'Dein Name', join: 'Mitmachen' }, 'Gemeinschaftsverpflegungsbetriebe'] as const

const error = async ({ nonagon, person }: Set): Promise<Page> => {
  const { page } = await person(ANA)
  await page.goto(`${nonagon.url}/b/nothing#${'A'.repeat(22)}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}

const made = async ({ nonagon, person }: Set): Promise<Page> => {
  const { page } = await person(ANA)
  await page.goto(nonagon.url)
  await named(page, 'New board').click()
  await page.getByText('Others see you as Guest.').waitFor()
  return page
}

const sign = async (set: Set): Promise<Page> => {
  const page = await share(set)
  await named(page, 'Show full screen').click()
  return page
}

const personal = async ({ board, person }: Set): Promise<Page> => {
  const { page } = await (await person(ANA)).joins(board.links.participant)
  await named(page, 'People').click()
  await named(page, `Change ${ANA}`).click()
  await page.getByRole('menuitem', { name: 'Continue on another device' }).click()
  await page.getByRole('img', { name: 'QR code of your link' }).waitFor()
  return page
}

const deleted = async ({ board, person }: Set): Promise<Page> => {
  const { page } = await (await person(ANA)).joins(board.owner)
  await named(page, 'Share').click()
  await named(page, 'Delete this board').click()
  await named(page, 'Delete the board').click()
  await page.getByRole('heading', { level: 1, name: 'This board was deleted.' }).waitFor()
  return page
}

const emptyAgenda = async ({ board, person }: Set): Promise<Page> => {
  const ana = await (await person(ANA)).joins(board.links.facilitator)
  await ana.presses('a')
  await named(ana.page, 'Begin with an empty step').waitFor()
  return ana.page
}

/** The whole workshop is the agenda, and its step with this name runs. */
async function leadsTo(ana: Person, step: string): Promise<void> {
  const { page } = ana
  await page.getByRole('button', { name: /^The whole workshop/ }).click()
  await named(page, `More for “${step}”`).click()
  await page.getByRole('menuitem', { name: 'Start this step' }).click()
  await page.getByRole('timer').waitFor()
}

const session = async ({ board, person }: Set): Promise<Page> => {
  const ana = await (await person(ANA)).joins(board.links.facilitator)
  await (await person(BEN)).joins(board.links.participant)
  await ana.presses('a')
  await leadsTo(ana, 'Value per segment')
  return ana.page
}

const participant = async ({ board, person }: Set): Promise<Page> => {
  const ana = await (await person(ANA)).joins(board.links.facilitator)
  const ben = await (await person(BEN)).joins(board.links.participant)
  await ana.presses('a')
  await leadsTo(ana, 'Activities, resources, partners')
  await ben.page.getByRole('timer').waitFor()
  await ben.page.getByRole('complementary', { name: 'Step' }).waitFor()
  return ben.page
}

const onPhoneIn =
  (step: string) =>
  async ({ board, person }: Set): Promise<Page> => {
    const ana = await (await person(ANA)).joins(board.links.facilitator)
    const ben = await (await person(BEN)).joins(board.links.participant)
    await named(ana.page, 'More').tap()
    await ana.page.getByRole('menuitem', { name: /^Agenda/ }).tap()
    await leadsTo(ana, step)
    await ben.page.getByRole('timer').waitFor()
    return ben.page
  }

/** About to write what nobody else sees. */
const aloneOnPhone = async (set: Set): Promise<Page> => {
  const page = await onPhoneIn('Value per segment')(set)
  await page.getByRole('region', { name: 'Private writing' }).waitFor()
  await named(page, 'Write a note').tap()
  await page.getByText(/^Only you see this until the reveal/).waitFor()
  return page
}

const stepForm = async (set: Set): Promise<Page> => {
  const page = await session(set)
  await named(page, 'Vote: strongest value and revenue').click()
  await page.getByRole('textbox', { name: 'Title' }).waitFor()
  return page
}

const report = async (set: Set): Promise<Page> => {
  const page = await session(set)
  await named(page, 'Next step').first().click()
  await named(page, 'More').click()
  await page.getByRole('menuitem', { name: 'Report of the session' }).click()
  await named(page, 'Save as Markdown').waitFor()
  return page
}

/** Ana leads into this step of the whole workshop, and Ben has come with her. */
async function led({ board, person }: Set, step: string): Promise<readonly [ana: Person, ben: Person]> {
  const ana = await (await person(ANA)).joins(board.links.facilitator)
  const ben = await (await person(BEN)).joins(board.links.participant)
  await ana.presses('Control+k')
  await ana.page.getByRole('combobox').fill('agenda')
  await ana.presses('Enter')
  await leadsTo(ana, step)
  await ben.page.getByRole('timer').waitFor()
  return [ana, ben]
}

/** Two have given dots, as this person sees it. */
const vote =
  (sees: typeof ANA | typeof BEN) =>
  async (set: Set): Promise<Page> => {
    const [ana, ben] = await led(set, VOTE)
    await gives(ben, 'No ads')
    await gives(ana, 'Offline listening')
    return sees === ANA ? ana.page : ben.page
  }

async function gives(who: Person, note: string): Promise<void> {
  await who.presses('Control+k')
  await who.page.getByRole('combobox').fill(note)
  await who.page.getByRole('option', { name: note }).first().waitFor()
  await who.presses('Enter', 'd')
  await who.page.getByRole('region', { name: 'Vote', exact: true }).getByText('1 left').waitFor()
}

const voteOnPhone = async (set: Set): Promise<Page> => {
  const [, ben] = await led(set, VOTE)
  return ben.page
}

const results = async (set: Set): Promise<Page> => {
  const page = await vote(ANA)(set)
  await named(page, 'Close the vote').click()
  await page.getByRole('group', { name: 'Close the vote' }).getByRole('button', { name: 'Close the vote' }).click()
  await page.getByRole('tab', { name: 'Results' }).click()
  await page.getByRole('table').waitFor()
  await page.getByRole('checkbox', { name: 'Show on the notes' }).check()
  return page
}

/** Both write what only they see, as this person sees it. */
const alone =
  (sees: typeof ANA | typeof BEN) =>
  async (set: Set): Promise<Page> => {
    const [ana, ben] = await led(set, 'Value per segment')
    for (const [who, words] of [
      [ben, 'Concerts near you'],
      [ana, 'Lyrics that follow the song'],
    ] as const) {
      await who.presses('2', 'n')
      await who.page.keyboard.type(words)
      await who.presses('Escape')
    }
    await named(ana.page, 'Reveal 2 notes').first().waitFor()
    return sees === ANA ? ana.page : ben.page
  }

export const PICTURES: readonly Picture[] = [
  { name: 'first', dark: true, pose: first },
  { name: 'join', dark: true, pose: join },
  { name: 'board', dark: true, pose: whole },
  { name: 'company', pose: company },
  { name: 'company', dark: true, pose: company },
  { name: 'hands', dark: true, pose: hands },
  { name: 'handful', dark: true, pose: handful(BEN) },
  { name: 'handful-of-another', pose: handful(ANA) },
  { name: 'block', dark: true, pose: block },
  { name: 'groups', dark: true, pose: groups },
  { name: 'note', pose: note },
  { name: 'link', pose: chosenLink },
  { name: 'outline', dark: true, pose: outline },
  { name: 'empty', dark: true, pose: empty },
  { name: 'made', pose: made },
  { name: 'share', dark: true, pose: share },
  { name: 'sign', dark: true, pose: sign },
  { name: 'personal', dark: true, pose: personal },
  { name: 'deleted', pose: deleted },
  { name: 'people', dark: true, pose: people },
  { name: 'keys', pose: keys },
  { name: 'search', pose: search },
  { name: 'palette', dark: true, pose: palette },
  { name: 'duplicates', dark: true, pose: duplicates },
  { name: 'forced', forced: true, pose: palette },
  { name: 'tablet', dark: true, tablet: true, size: { width: 768, height: 1024 }, pose: whole },
  { name: 'wide', dark: true, size: { width: 3840, height: 2160 }, pose: whole },
  { name: 'agenda', pose: emptyAgenda },
  { name: 'session', dark: true, pose: session },
  { name: 'session-participant', dark: true, pose: participant },
  { name: 'session-phone', dark: true, phone: true, pose: onPhoneIn('Activities, resources, partners') },
  { name: 'session-tablet', tablet: true, pose: session },
  { name: 'vote', dark: true, pose: vote(BEN) },
  { name: 'vote-facilitator', dark: true, pose: vote(ANA) },
  { name: 'vote-phone', dark: true, phone: true, pose: voteOnPhone },
  { name: 'results', dark: true, pose: results },
  { name: 'private', dark: true, pose: alone(BEN) },
  { name: 'private-facilitator', pose: alone(ANA) },
  { name: 'private-phone', dark: true, phone: true, pose: aloneOnPhone },
  { name: 'step-form', dark: true, pose: stepForm },
  { name: 'report', dark: true, pose: report },
  { name: 'offline', dark: true, pose: offline },
  { name: 'phone', dark: true, phone: true, pose: phone },
  { name: 'phone-note', phone: true, pose: phoneNote },
  { name: 'phone-sheet', phone: true, pose: phoneSheet },
  { name: 'error', pose: error },
  { name: 'arabic', dark: true, locale: 'ar', pose: inLanguage(...ARABIC) },
  { name: 'arabic-outline', dark: true, locale: 'ar', pose: inLanguage(...ARABIC, true) },
  { name: 'arabic-phone', phone: true, locale: 'ar', pose: inLanguage(...ARABIC, true) },
  { name: 'german', locale: 'de', pose: inLanguage(...GERMAN) },
  { name: 'german-outline', dark: true, locale: 'de', pose: inLanguage(...GERMAN, true) },
  { name: 'german-phone', phone: true, locale: 'de', pose: inLanguage(...GERMAN, true) },
]

const LINKS = [
  ['Mobile and desktop apps', 'Paying subscribers'],
  ['Mobile and desktop apps', 'Free listeners'],
  ['Playlists', 'Mobile and desktop apps'],
  ['Paying subscribers', 'Monthly subscriptions'],
  ['Record labels', 'A huge music library'],
] as const

/** The Spotify example with links between some of its notes. */
export function linkedBoard(nonagon: Nonagon): Promise<MadeBoard> {
  const read = fromMarkdown(SPOTIFY, { newId, now: Date.now(), author: '' })
  if (!read.ok) throw new Error('The example cannot be read.')
  const content = painted(read.content)
  const idOf = (words: string): string => {
    const note = content.notes.find(({ text }) => text.includes(words))
    if (!note) throw new Error(`The example has no note “${words}”.`)
    return note.id
  }
  const links = LINKS.map(([from, to]) => ({ id: newId(), from: idOf(from), to: idOf(to), label: '' }))
  return nonagon.makeBoard({ title: 'Spotify', json: toJSON({ ...content, links }) })
}
