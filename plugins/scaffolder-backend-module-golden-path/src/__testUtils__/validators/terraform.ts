import { judgeInWorker } from '../../verify/judgeInWorker';
import type { Validator } from './Validator';

type Blocks = Record<string, Array<Record<string, unknown>>>;

/** What stands in one file; blocks by their type and name. */
interface ParsedFile {
  variable?: Blocks;
  terraform?: Array<Record<string, unknown>>;
  resource?: Record<string, Blocks>;
}

const JUDGE = `({ parse }, files) =>
  Promise.all(files.map(({ path, text }) => parse(path, text)))`;
/** Data, which a mistaken plan must not delete. */
const DATA = ['aws_elasticache_replication_group', 'aws_db_instance'];
/** Types that need no further check. */
const CHECKED_BY_TYPE = ['${bool}', 'bool'];

/** Terraform's files as HCL, and what the house asks of a module. */
export const terraform: Validator = {
  name: 'has Terraform for its data store, with pins, locks and described variables',
  async validate({ files, read, service }) {
    const found = files
      .map(({ path }) => path)
      .filter(path => /^terraform\/.*\.(tf|tfvars|tfbackend)$/.test(path))
      .map(path => ({ path, text: read(path) }));
    const wanted = service.terraform && service.dataStore !== 'none';
    if (!wanted) {
      return found.map(({ path }) => `${path}: nobody asked for it`);
    }
    try {
      return moduleFaults(
        await judgeInWorker<ParsedFile>({
          library: require.resolve('@cdktn/hcl2json'),
          judge: JUDGE,
          files: found,
        }),
      );
    } catch (error) {
      return [`terraform/: ${error}`];
    }
  },
};

function moduleFaults(parsed: ParsedFile[]): string[] {
  const settings = JSON.stringify(parsed.map(({ terraform: own }) => own));
  const stores = JSON.stringify(
    parsed
      .flatMap(({ resource }) => Object.entries(resource ?? {}))
      .filter(([type]) => DATA.includes(type)),
  );
  const asked: Array<[RegExp, string, string]> = [
    [/"required_version":/, settings, 'pins no version of Terraform'],
    [/"version":"~> \d/, settings, 'pins no version of its provider'],
    [/"use_lockfile":true/, settings, 'lets two people write the state'],
    [/"aws_(elasticache|db)/, stores, 'has no data store'],
    [/"prevent_destroy":true/, stores, 'lets a plan delete the data'],
    [/"(snapshot|backup)_retention/, stores, 'keeps no backups'],
  ];
  return [
    ...asked
      .filter(([pattern, text]) => !pattern.test(text))
      .map(([, , fault]) => `terraform/: ${fault}`),
    ...parsed
      .flatMap(({ variable }) => Object.entries(variable ?? {}))
      .flatMap(([name, [variable]]) =>
        [
          'description',
          'type',
          ...(CHECKED_BY_TYPE.includes(String(variable.type))
            ? []
            : ['validation']),
        ]
          .filter(part => !(part in variable))
          .map(part => `terraform/: the variable ${name} has no ${part}`),
      ),
  ];
}
