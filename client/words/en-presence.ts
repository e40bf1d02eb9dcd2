/** What is said of being here together, in English: a part of the table in `en.ts`. */
export const enPresence = {
  'family.react': 'React',
  'command.laserTool': 'Laser pointer',
  'command.react.agree': 'Agree',
  'command.react.love': 'Love it',
  'command.react.idea': 'Idea',
  'command.react.question': 'Question',
  'command.react.laugh': 'Laugh',
  'command.chat': 'Say something at the cursor',
  'command.follow': 'Follow a person',
  'command.unfollow': 'Stop following',
  'menu.react': 'React',

  'follow.person': 'Follow {name}',
} as const
