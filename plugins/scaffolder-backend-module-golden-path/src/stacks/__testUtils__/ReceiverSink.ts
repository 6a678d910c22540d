import { LocalServer } from './LocalServer';

/** An alert as a receiver of Alertmanager got it. */
export interface ReceivedAlert {
  receiver: string;
  status: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

/** Stands where PagerDuty, Slack and the mail server stand, and keeps what each is sent. */
export class ReceiverSink {
  readonly received: ReceivedAlert[];
  readonly #server: LocalServer;

  static async start(): Promise<ReceiverSink> {
    const received: ReceivedAlert[] = [];
    const server = await LocalServer.start((_, body) => {
      const { receiver, alerts } = JSON.parse(body) as {
        receiver: string;
        alerts: Omit<ReceivedAlert, 'receiver'>[];
      };
      received.push(...alerts.map(alert => ({ receiver, ...alert })));
    });
    return new ReceiverSink(server, received);
  }

  private constructor(server: LocalServer, received: ReceivedAlert[]) {
    this.#server = server;
    this.received = received;
  }

  get url(): string {
    return this.#server.url;
  }

  /** Names of the alerts that a receiver was sent. */
  namesFor(receiver: string): Set<string> {
    return new Set(
      this.received
        .filter(alert => alert.receiver === receiver)
        .map(alert => alert.labels.alertname),
    );
  }

  async stop(): Promise<void> {
    await this.#server.stop();
  }
}
