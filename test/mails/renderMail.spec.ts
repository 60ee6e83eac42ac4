import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { MailKind } from '../../src/operations/mails/mailKinds'
import type { RichNode } from '../../src/operations/mails/richText'

import { unknownPlaceholderIn } from '../../src/operations/mails/placeholders'
import { renderMail } from '../../src/operations/mails/renderMail'
import { toRichText } from '../../src/operations/mails/richText'
import { runEnded } from '../../src/jobs/runs/runEndedMail'
import { languages } from '../../src/utilities/languages'

const same = (text: string) => ({ de: text, en: text, fr: text })
const empty = { body: '', subject: '' }
const kind: MailKind = {
  name: 'test',
  defaults: { de: empty, en: empty, fr: empty },
  label: same('Test'),
  placeholders: [
    { name: 'firstName', example: same('Anna'), label: same('first name') },
    { name: 'link', example: same('https://house.test/'), isLink: true, label: same('link') },
  ],
}

const text = (words: string, format = 0): RichNode => ({ type: 'text', format, text: words })
const paragraph = (...children: RichNode[]): RichNode => ({ type: 'paragraph', children })
const link = (url: unknown, words = 'here'): RichNode => ({
  type: 'link',
  children: [text(words)],
  fields: { url },
})
const mail = (
  body: RichNode[] | string,
  values: Record<string, string> = {},
  subject = 'About {{firstName}}',
) =>
  renderMail({
    body: typeof body === 'string' ? toRichText(body) : { root: { type: 'root', children: body } },
    kind,
    language: 'en',
    subject,
    values,
  })
/** What stands between the body tags. */
const inside = (html: string) => /<body[^>]*>(.*)<\/body>/s.exec(html)![1]!

describe('a mail text', () => {
  it('should fill its placeholders in subject, HTML and plain text', () => {
    const made = mail('Hello {{firstName}}\n\nOpen {{ link }}', {
      firstName: 'Anna',
      link: 'https://house.test/a?b=1&c=2',
    })
    expect(made.subject).toBe('About Anna')
    expect(made.text).toBe('Hello Anna\n\nOpen https://house.test/a?b=1&c=2\n')
    expect(inside(made.html)).toBe(
      '<p>Hello Anna</p><p>Open <a href="https://house.test/a?b=1&amp;c=2">https://house.test/a?b=1&amp;c=2</a></p>',
    )
  })

  it('should keep what staff can format, in both forms', () => {
    const made = mail([
      { type: 'heading', children: [text('Title')], tag: 'h2' },
      paragraph(
        text('bold', 1),
        text(' and '),
        text('both', 3),
        { type: 'linebreak' },
        text('next'),
      ),
      {
        type: 'list',
        children: [
          { type: 'listitem', children: [text('one')] },
          { type: 'listitem', children: [text('two')] },
        ],
        listType: 'number',
      },
      paragraph(link('https://house.test/seats', 'the seats')),
    ])
    expect(inside(made.html)).toBe(
      '<h2>Title</h2><p><strong>bold</strong> and <em><strong>both</strong></em><br>next</p>' +
        '<ol><li>one</li><li>two</li></ol><p><a href="https://house.test/seats">the seats</a></p>',
    )
    expect(made.text).toBe(
      'Title\n\nbold and both\nnext\n\n1. one\n2. two\n\nthe seats (https://house.test/seats)\n',
    )
  })

  it('should show markup and placeholders in a name as they are', () => {
    const firstName = '<script>alert(1)</script> {{link}} "x" & \'y\''
    const made = mail('Hello {{firstName}}', { firstName, link: 'https://house.test/' })
    expect(made.text).toBe(`Hello ${firstName}\n`)
    expect(made.subject).toBe(`About ${firstName}`)
    expect(inside(made.html)).toBe(
      '<p>Hello &lt;script&gt;alert(1)&lt;/script&gt; {{link}} &quot;x&quot; &amp; &#39;y&#39;</p>',
    )
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,<b>',
    'file:///etc/passwd',
    'no address',
    null,
    7,
  ])('should make no link of %p', (url) => {
    const made = mail([paragraph(link(url))])
    expect(inside(made.html)).toBe('<p>here</p>')
    expect(made.text).toBe('here\n')
  })

  it('should make no link of a value that is none', () => {
    const made = mail('{{link}}', { link: 'javascript:alert("1")' })
    expect(inside(made.html)).toBe('<p>javascript:alert(&quot;1&quot;)</p>')
  })

  it('should not let an address break out of its attribute', () => {
    const made = mail([paragraph(link('https://house.test/"onmouseover="alert(1)'))])
    expect(made.html).not.toContain('"onmouseover')
  })

  it('should keep the words of nodes that it does not know, and nothing else of them', () => {
    const made = mail([
      { type: 'block', children: [paragraph(text('kept'))], fields: { url: 'https://evil.test' } },
      { type: 'upload', fields: { url: 'https://evil.test/x.png' } },
      { type: 'heading', children: [text('t')], tag: 'script' },
    ])
    expect(inside(made.html)).toBe('<p>kept</p><h2>t</h2>')
  })

  it('should keep a subject in one line', () => {
    expect(
      mail('x', { firstName: 'A\r\nBcc: evil@other.test\u2028\u0000' }, 'About\n{{firstName}}')
        .subject,
    ).toBe('About A Bcc: evil@other.test')
  })

  it('should keep line breaks of a value, and drop a line that has nothing to say', () => {
    const made = mail('{{firstName}}\n\n{{link}}\n\nend', { firstName: 'a\nb' })
    expect(inside(made.html)).toBe('<p>a<br>b</p><p>end</p>')
    expect(made.text).toBe('a\nb\n\nend\n')
  })

  it('should let no value become markup, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (firstName) => {
        const made = inside(mail('Hello {{firstName}}!', { firstName }).html)
        const allowed = made.replace(/<\/?p>|<br>/g, '').replace(/&(amp|lt|gt|quot|#39);/g, '')
        expect(allowed).not.toMatch(/[<>"'&]/)
      }),
    )
  })
})

describe('placeholders', () => {
  it.each([
    ['Hello {{firstName}} and {{ link }}', undefined],
    ['braces { } and {} are text', undefined],
    ['Hello {{lastName}}', '{{lastName}}'],
    ['Hello {{first', '{{first'],
    ['Name}} said', 'Name}}'],
    ['{{constructor}}', '{{constructor}}'],
    ['{{firstName}} {{__proto__}}', '{{__proto__}}'],
    ['{{ first name }}', '{{ first name }}'],
  ])('should be found unknown in %p: %p', (words, unknown) => {
    expect(unknownPlaceholderIn(words, kind)).toBe(unknown)
  })

  it('should all be known in the default texts, and each have an example', () => {
    for (const language of languages) {
      const { body, subject } = runEnded.defaults[language]
      expect(unknownPlaceholderIn(`${subject} ${body}`, runEnded)).toBeUndefined()
      for (const { name } of runEnded.placeholders)
        expect(`${subject} ${body}`).toContain(`{{${name}}}`)
    }
  })
})
