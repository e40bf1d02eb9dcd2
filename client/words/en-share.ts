/** What is said of links, codes, other devices and the end of a board, in English: a part of the table in `en.ts`. */
export const enShare = {
  // Share
  'share.title': 'Share this board',
  'share.sentence': 'Whoever has a link is in, with a name and no account.',
  'share.owner': 'Owner',
  'share.owner.may': 'A facilitator who may also delete the board, and take it back',
  'share.joined': '{count} joined',
  'share.nobody': 'Nobody yet',
  'share.copy': 'Copy link',
  'share.copied': 'Copied: {link}.',
  'share.select': 'Press {keys} to copy the link.',
  'share.url': '{role} link',
  'share.link.participant': 'the link for participants',
  'share.link.commenter': 'the link for commenters',
  'share.link.observer': 'the link for observers',
  'share.link.facilitator': 'the link for facilitators',
  'share.link.owner': 'the link for owners',
  'share.more': 'More: {link}',
  'share.qr': 'Show its QR code',
  'share.label': 'Label it',
  'share.hour': 'Expires in an hour',
  'share.day': 'Expires in a day',
  'share.week': 'Expires in a week',
  'share.never': 'Never expires',
  'share.expires': 'expires {date}',
  'share.expired': 'has expired',
  'share.replace': 'Replace it',
  'share.revoke': 'Revoke it',
  'share.replaced': 'Replaced and copied. The old one opens nothing any more.',
  'share.revoked': 'Revoked. Nobody comes in by it any more.',
  'share.others': 'Other links',
  'share.elsewhere': 'Its address is known only where it was made.',
  'share.lost': 'Lost a link to the wrong people? Replace it: the old one stops at once.',
  'share.failed': 'That was not taken. Try again.',
  'share.failedLink': 'The link could not be made. Try again.',
  'share.lastFacilitator': 'That would remove the only facilitator. Make somebody else facilitator first.',

  'qr.title': 'QR code',
  'qr.label': 'QR code: {link}',
  'label.title': 'Label the link',
  'label.sentence': 'For whom it is. Only facilitators see it.',
  'label.field': 'Label',
  'label.keep': 'Keep',

  'revoke.title': 'Revoke this link?',
  'revoke.sentence': 'Nobody comes in by it any more. That cannot be taken back; a new link can be made.',
  'revoke.people': {
    one: 'Also remove the one person who came by it',
    other: 'Also remove the {count} people who came by it',
  },
  'revoke.button': 'Revoke the link',

  // The code of the room
  'code.for': 'For the room',
  'code.as': 'Join as participant',
  'code.enter': 'or enter at {host}',
  'code.label': 'Code {code}',
  'code.qr': 'QR code of a link for participants',
  'code.full': 'Show full screen',
  'code.none': 'No code just now: the server cannot be reached.',
  'code.lasts': 'The code works while it is on the screen.',
  'sign.title': 'Join “{title}”',
  'sign.scan': 'Point a camera at it',
  'sign.open': 'or open {host} and enter',
  'sign.leave': 'Leave full screen',

  // Oneself, elsewhere
  'command.device': 'Continue on another device',
  'device.title': 'Continue on another device',
  'device.sentence':
    'Whoever opens this link is {name} on this board, so keep it to yourself. One made before stops working.',
  'device.url': 'Your link',
  'device.copy': 'Copy link',
  'device.copied': 'Copied: your link.',
  'device.qr': 'QR code of your link',
  'device.failed': 'The link could not be made. Try again.',

  // People
  'people.by': 'by “{label}”',

  // The end of a board
  'delete.open': 'Delete this board',
  'delete.title': 'Delete “{title}”?',
  'delete.sentence':
    'It closes at once for everybody, and its links open nothing. Until {date} you can take it back; after that it is gone for good.',
  'delete.button': 'Delete the board',
  'delete.failed': 'The board was not deleted. Try again.',
} as const
