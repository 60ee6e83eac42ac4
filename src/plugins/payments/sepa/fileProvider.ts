/** The provider of direct debits that go to the bank in a file: nobody is called. */
export const FILE_PROVIDER = 'sepaFile'
