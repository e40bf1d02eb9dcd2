/** What is said of making a board once more, in English: a part of the table in `en.ts`. */
export const enWorkshopCopy = {
  'copyBoard.title': 'Title',
  'copyBoard.notes': 'With its notes',
  'copyBoard.notes.is': 'Links, groups, drawings and images as well.',
  'copyBoard.make': 'Make the board',
  'copyBoard.operatorOnly': 'On this server boards are made by whoever runs it. Ask them for a new one.',
  'copyBoard.made': '{title} is made, and you own it. Its links are in its own Share.',
  'copyBoard.open': 'Open {title}',
  'copyBoard.copy': 'Copy the link for participants',
} as const
