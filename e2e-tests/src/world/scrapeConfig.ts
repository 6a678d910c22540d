/** What Prometheus and VictoriaMetrics alike are told to scrape: the shop. */
export function scrapeConfig(options: {
  exporterPort: number;
  scrapeSeconds: number;
}) {
  return {
    scrape_configs: [
      {
        job_name: 'shop',
        honor_labels: true,
        scrape_interval: `${options.scrapeSeconds}s`,
        scrape_timeout: `${options.scrapeSeconds}s`,
        static_configs: [{ targets: [`127.0.0.1:${options.exporterPort}`] }],
      },
    ],
  };
}
