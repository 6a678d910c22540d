/** What `--help` prints. */
export const HELP = `plimsoll-rules: Prometheus rules and alerts from OpenSLO files

  plimsoll-rules generate <files or folders>   writes rules; - reads the standard input
  plimsoll-rules fleet                         writes the rules that an installation needs once
  plimsoll-rules check <files or folders>      finds what will not work

Options
  --format prometheus|prometheusrule   a rule file (default), or the operator's resource
  --part all|objectives|fleet          what a repository brings, what is needed once, or both (default)
  --out <file>                         writes there instead of the standard output
  --name <name>                        name of the operator's resource
  --portal <url>                       app.baseUrl of the portal, for the links of alerts
  --scrape-interval <seconds>          time between two samples, 60 by default
  --matcher <label>=<value>            every selector carries it, as enforcedMatchers of app-config; may be repeated
  --source <name>                      only what this metrics source evaluates (metricSourceRef)
  --check                              checks first, and writes nothing when that fails
  --prometheus <url>                   lets a check look for the series there

Exit codes: 0 done, 1 documents have to be mended, 2 wrong use.
`;
