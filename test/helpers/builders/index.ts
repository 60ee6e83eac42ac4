/** Builders that read like sentences: `aHouse()`, `aSubscriber()`, `aSoldFile()` … */
export * from './house'
export * from './people'
export * from './runs'
export * from './sales'
