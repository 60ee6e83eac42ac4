/** A text for one and for more is asked for by the part of its name that they share. */
export type SharedKey<Name> = Name extends `${infer Start}_one`
  ? Start
  : Name extends `${string}_other`
    ? never
    : Name
