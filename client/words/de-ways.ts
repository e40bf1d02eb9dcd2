/** The part of `en-ways.ts` in German. */
import type { enWays } from './en-ways.ts'
import type { Part } from './words.ts'

export const deWays: Part<typeof enWays> = {
  // The palette, and fields like it
  'finder.choices': 'Was passt',
  'palette.label': 'Befehle, Blöcke, Notizen und Menschen',
  'palette.hint': 'Befehl, Block, Wörter einer Notiz oder Name',
  'palette.commands': 'Befehle',
  'palette.blocks': 'Blöcke',
  'palette.notes': 'Notizen',
  'palette.people': 'Menschen',
  'palette.nothing': 'Nichts passt. Versuche es mit weniger Buchstaben.',

  // Hints of the first minute
  'hint.label': 'Hinweis',
  'hint.away': 'Hinweis weglegen',
  'hint.begin': 'Drei Wege anzufangen',
  'hint.add': 'Doppelklicke in einen Block, um eine Notiz zu schreiben, oder drücke {key}.',
  'hint.add.touch': 'Tippe zweimal in einen Block, um eine Notiz zu schreiben.',
  'hint.move': 'Zieh eine Notiz dorthin, wo sie hingehört. Die anderen machen Platz.',
  'hint.move.touch': 'Zieh eine Notiz dorthin, wo sie hingehört. Die anderen machen Platz.',
  'hint.link': 'Verbinde zwei Notizen: Zieh von einem Ring der gewählten zur anderen, oder drücke {key}.',
  'hint.link.touch': 'Verbinde zwei Notizen: Wähle eine, dann zieh von einem ihrer Ringe zur anderen.',
}
