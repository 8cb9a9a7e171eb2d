/** The subjects that lectures are held on, as the API names them; their words stand under `subject`. */
export const subjects = [
  'theory-and-policy',
  'revolutionary-tradition',
  'history',
  'farming-skills',
  'law',
  'health',
  'culture',
] as const;
