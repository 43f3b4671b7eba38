package org.circlekeeper.cli;

import picocli.CommandLine.IVersionProvider;

/** Says which Circlekeeper this is, and on which Java it runs. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        var version = Cli.class.getPackage().getImplementationVersion();
        return new String[] {
            "Circlekeeper " + (version == null ? "from source" : version) + ", Java " + Runtime.version()
        };
    }
}
