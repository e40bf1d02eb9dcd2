/** What is said of being here together, in English: a part of the table in `en.ts`. */
export const enPresence = {
  'group.people': 'People',
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

  'follow.tag': 'Following {name}. Move to stop.',
  'follow.inOutline': 'Following {name}.',
  'follow.stop': 'Stop following',
  'follow.person': 'Follow {name}',
  'follow.begun': 'You follow {name}. Escape stops it.',
  'follow.ended': 'You no longer follow {name}.',

  'remark.label': 'What you say at your cursor',
  'remark.hint': 'Say something',
  'remark.said': '{name} says: {words}',
  'remark.reacted': '{name} reacts: {reaction}',
  'remark.heard': 'What others say now',
} as const
