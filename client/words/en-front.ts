/** What is said before there is a board, and when there is none any more, in English: a part of the table in `en.ts`. */
export const enFront = {
  // The first page
  'first.new': 'New board',
  'first.example': 'Begin with an example',
  'first.spotify': 'Spotify',
  'first.airbnb': 'Airbnb',
  'first.file': 'Open a file',
  'first.fileHint':
    'A canvas as Markdown or JSON, or a table (.csv), makes a board of its own. Dropping it on this page does, too.',
  'first.drop': 'Drop the file to make a board of it.',
  'first.several': 'Only one file can become a board at a time.',
  'first.failed': 'The board could not be made. Try again.',
  'first.tooMany': 'Too many boards were made from here just now. Try again in a minute.',
  'first.tooLarge': 'This canvas is more than the server takes at once. Make a new board and import it in parts.',
  'first.unreachable': 'The server cannot be reached. Check your connection, then try again.',
  'first.invited': 'Invited?',
  'first.code': 'Code',
  'first.join': 'Join',
  'first.needCode': 'Enter the six letters and figures that are shown in the room.',
  'first.wrongCode': 'No board shows this code now. Look at it once more; it may have changed.',
  'first.tooManyCodes': 'Too many codes were tried just now. Wait a minute, then enter it once more.',
  'first.recent': 'On this device',
  'first.forget': 'Forget {title}',
  'first.forgotten': '{title} is forgotten here.',
  'first.keepIt': 'Keep it',
  'first.guest': 'Guest',

  // A server on which not everybody makes boards
  'operator.title': 'Who runs this server makes its boards',
  'operator.sentence': 'Enter the secret of an operator. This browser keeps it, so it is asked for once.',
  'operator.secret': 'Secret of an operator',
  'operator.button': 'Make the board',
  'operator.wrong': 'The server does not know this secret. Ask whoever runs it for one.',

  // The maker of a board, already on it
  'naming.label': 'Your name',
  'naming.sentence': 'Others see you as {name}.',
  'naming.keep': 'Keep',
  'naming.failed': 'Your name was not taken. Try again.',

  // Joining
  'join.continue': 'Continue as {name}',
  'join.continueAs': 'This link is {name} on another device.',
  'join.instead': 'In this browser you are {name} on this board until now.',

  // Pages that say why there is no board
  'error.half.title': 'A part of this link is missing.',
  'error.half.sentence': 'Copy the link once more, to its last letter, or ask for it anew.',
  'error.bare.title': 'This browser is not signed in to that board.',
  'error.bare.sentence':
    'Open the whole link you were sent, with what stands behind #. If it no longer works, ask for a new one.',
  'error.expired.title': 'This link has expired.',
  'error.expired.sentence': 'Ask the person who sent it for a new one.',
  'error.replaced.title': 'This link was replaced.',
  'error.replaced.sentence': 'Ask the person who sent it for the new one.',
  'error.revoked.title': 'This link was revoked.',
  'error.revoked.sentence': 'Ask a facilitator of the board whether there is another for you.',
  'error.deleted.title': 'This board was deleted.',
  'error.deleted.sentence': 'Until {date} an owner of the board can take it back.',
  'error.mine.sentence': 'Until {date} you can take it back, with everything on it.',
  'error.tooMany.title': 'Too many links that open nothing came from here.',
  'error.tooMany.sentence': 'Wait a minute, then open the link once more.',
  'error.cookies.title': 'This browser did not keep you signed in.',
  'error.cookies.sentence':
    'Joining worked, but cookies are blocked here. Allow them for this site, then open the link once more.',
  'error.takeBack': 'Take the board back',
  'error.takeBackFailed': 'The board could not be taken back. Try again.',

  // A browser that keeps nothing
  'banner.unkept': 'This browser keeps nothing.',
  'banner.unkept.rest': 'What is called Saved is safe on the server; anything else lasts only while this page is open.',
  'banner.offline.unkept': 'Keep writing and leave this page open: this browser keeps nothing itself.',
} as const
