import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types for the operations that the console sends, taken from the schema that the hub emits. */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  documents: ['src/console/operations.ts'],
  generates: {
    'src/console/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        importExtension: '.js',
        useTypeImports: true,
        skipTypename: true,
        strictScalars: true,
        scalars: { DateTime: 'string', Date: 'string', LenientCode: 'string' },
      },
    },
  },
};

export default config;
