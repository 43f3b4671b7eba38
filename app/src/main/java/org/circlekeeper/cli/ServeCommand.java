package org.circlekeeper.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.circlekeeper.database.HomeUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves a practice's pages. */
@Command(name = "serve", description = "Serve the pages of this home, on this machine alone (127.0.0.1).")
final class ServeCommand implements Callable<Integer> {

    @Mixin
    Common common = new Common();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "Port (${DEFAULT-VALUE}; 0 " + "takes a free one).")
    int port;

    @Override
    public Integer call() {
        Common.examinePort(port);
        try (var _ = new Patience("Starting")) {
            var context = Launch.server(common.program(), HomeUse.SERVE, List.of("--server.port=" + port));
            Answer.aside("Ready: http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + "/");
        }
        return Launch.GOES_ON;
    }
}
