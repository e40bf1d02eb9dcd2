/** What is said of images on notes, in English: a part of the table in `en.ts`. People call them pictures. */
export const enImages = {
  'command.addImage': 'Add a picture…',
  'command.removeImage': 'Take the picture off',
  'done.image': 'the picture of a note',
  'image.alt': 'Picture',
  'image.coming': 'The picture is on its way…',
  'image.added': 'Picture added.',
  'export.noImages':
    'Pictures are left out of Markdown. JSON names them, and only this board has them; PNG and SVG show them.',
  'image.kind': 'Only PNG, JPEG and WebP are taken as pictures. This file is none of them, whatever it is called.',
  'image.heavy': 'This picture is larger than 5 MB. A smaller one fits.',
  'image.pixels': 'This picture has more than 25 million pixels. A smaller one fits.',
  'image.moves': 'Pictures on notes stand still. This one moves.',
  'image.broken': 'This picture is damaged, or this browser cannot read it.',
  'image.full': 'This board has all the pictures it may have. One that no note shows any more goes after thirty days.',
  'image.offline': 'A picture needs the connection, and there is none. It was not added; everything else goes on.',
  'image.failed': 'The server did not take the picture. It was not added.',
} as const
