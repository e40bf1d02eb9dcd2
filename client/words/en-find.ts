/** What is said of finding, in English: a part of the table in `en.ts`. */
export const enFind = {
  'find.label': 'Find',
  'find.field': 'Find notes',
  'find.hint': 'Words, #tag or @author',
  'find.next': 'Next',
  'find.previous': 'Previous',
  'find.close': 'Close',
  'find.none': 'None found',
  'find.count': { one: '{count} note', other: '{count} notes' },
  'find.at': '{position} of {count}',
} as const
