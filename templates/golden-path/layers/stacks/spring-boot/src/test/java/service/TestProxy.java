package service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to the database that can be cut. */
final class TestProxy {

    private final URI target;
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    TestProxy(URI target) {
        this.target = target;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        start(this::accept);
    }

    /** The target's address, by way of the proxy. */
    String address() {
        String query = target.getQuery() == null ? "" : "?" + target.getQuery();
        return "postgresql://localhost:" + server.getLocalPort() + target.getPath() + query;
    }

    void cut() {
        cut = true;
        open.forEach(TestProxy::close);
    }

    void mend() {
        cut = false;
    }

    private void accept() throws IOException {
        while (true) {
            Socket near = server.accept();
            open.add(near);
            if (cut) {
                close(near);
                continue;
            }
            Socket far = new Socket(target.getHost(), target.getPort() < 0 ? 5432 : target.getPort());
            open.add(far);
            start(() -> pass(near, far));
            start(() -> pass(far, near));
        }
    }

    private static void pass(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException closedAlready) {
            // nothing is lost
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException lineCut) {
                // what this is for
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
