/** What is said of images on notes, in German: a part of the table in `de.ts`. */
import type { enImages } from './en-images.ts'
import type { Part } from './words.ts'

export const deImages = {
  'command.addImage': 'Bild hinzufügen…',
  'command.removeImage': 'Bild abnehmen',
  'done.image': 'Bild einer Notiz',
  'image.alt': 'Bild',
  'image.coming': 'Das Bild ist unterwegs…',
  'image.added': 'Bild hinzugefügt.',
  'export.noImages': 'Bilder fehlen in Markdown. JSON nennt sie, und nur dieses Board hat sie; PNG und SVG zeigen sie.',
  'image.kind': 'Als Bild gehen nur PNG, JPEG und WebP. Diese Datei ist nichts davon, wie immer sie heißt.',
  'image.heavy': 'Dieses Bild ist größer als 5 MB. Ein kleineres passt.',
  'image.pixels': 'Dieses Bild hat mehr als 25 Millionen Pixel. Ein kleineres passt.',
  'image.moves': 'Bilder auf Notizen stehen still. Dieses bewegt sich.',
  'image.broken': 'Dieses Bild ist beschädigt, oder dieser Browser kann es nicht lesen.',
  'image.full':
    'Dieses Board hat so viele Bilder, wie es haben darf. Eines, das keine Notiz mehr zeigt, geht nach dreißig Tagen.',
  'image.offline':
    'Ein Bild braucht die Verbindung, und es gibt keine. Es wurde nicht hinzugefügt; alles andere geht weiter.',
  'image.failed': 'Der Server hat das Bild nicht genommen. Es wurde nicht hinzugefügt.',
} satisfies Part<typeof enImages>
