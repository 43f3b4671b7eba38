package org.circlekeeper.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The running demo and the browser to look at it with: started once for all tests of the run, closed after the last.
 */
final class Demo implements AutoCloseable {

    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(Demo.class);
    private static final int DESK = 1280;

    private final @Nullable Program program;
    private final String address;
    private final Chrome chrome = new Chrome();
    private final List<Visitor> visitors = new ArrayList<>();

    /**
     * {@code -Ddemo.address=http://127.0.0.1:8080} looks at a demo that runs already, for whoever writes these tests.
     */
    private Demo() {
        var running = System.getProperty("demo.address");
        program = running == null ? Program.demo() : null;
        address = running == null ? program.address() : running;
    }

    /** Gives the demo to whichever test asks for it. */
    static final class Giver implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Demo.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot().getStore(OURS).computeIfAbsent(Demo.class, _ -> new Demo(), Demo.class);
        }
    }

    /** Somebody at a desk who has just opened the address. */
    Visitor visitor() {
        return visitor(DESK, true);
    }

    Visitor visitor(int width, boolean scripts) {
        var visitor = new Visitor(chrome.visitor(address, width, scripts), scripts);
        visitors.add(visitor);
        return visitor;
    }

    /** Somebody who opens it by its name: browsers make no passkeys for a bare number. */
    Visitor visitorAtLocalhost(int width, boolean scripts) {
        var named = address.replace("127.0.0.1", "localhost");
        var visitor = new Visitor(chrome.visitor(named, width, scripts), scripts);
        visitors.add(visitor);
        return visitor;
    }

    /** Somebody who has pressed the card of a person at the door. */
    Visitor as(String firstName) {
        return visitor().become(firstName);
    }

    /** Somebody who is no staff, at their own pages. */
    Visitor guest(String firstName) {
        return visitor().visit(firstName);
    }

    /** Monday, eight o'clock, as if no test had been here before. */
    void backToTheBeginning() {
        var visitor = visitor();
        visitor.open("/demo");
        visitor.tryThis().press("Restart me at Monday 8:00").reads("It is Monday, 8:00 again");
        visitor.close();
    }

    String address() {
        return address;
    }

    @Override
    public void close() {
        try {
            visitors.forEach(Visitor::close);
            chrome.close();
        } finally {
            if (program != null) {
                program.close();
            }
        }
    }

    static List<String> texts(Page page, String selector) {
        return page.locator(selector).allInnerTexts().stream().map(Demo::plain).toList();
    }

    /** Text as a reader takes it in: one space between words. */
    static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
