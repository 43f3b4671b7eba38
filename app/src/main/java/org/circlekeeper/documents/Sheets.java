package org.circlekeeper.documents;

import java.io.IOException;
import java.io.StringReader;
import java.util.function.UnaryOperator;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Several XHTML documents laid into one, each beginning on a new sheet. Nothing is fetched that they name. */
final class Sheets {

    private static final String NO_FETCHING = "http://apache.org/xml/features/nonvalidating/load-external-dtd";
    private static final String NO_ENTITIES = "http://xml.org/sax/features/external-general-entities";
    private static final String NO_PARAMETERS = "http://xml.org/sax/features/external-parameter-entities";

    private Sheets() {}

    /**
     * The one document.
     *
     * @param letters what becomes of each text
     */
    static Document of(Print print, String style, UnaryOperator<String> letters) {
        var first = parsed(print.pages().getFirst());
        var root = first.getDocumentElement();
        root.setAttribute("lang", print.language());
        var head = only(root, "head");
        titled(first, head, print.title());
        var ours = first.createElement("style");
        ours.setTextContent(style);
        head.insertBefore(ours, head.getFirstChild());
        var body = only(root, "body");
        for (var page : print.pages().subList(1, print.pages().size())) {
            add(first, body, parsed(page).getDocumentElement());
        }
        each(body, letters);
        return first;
    }

    private static void add(Document to, Element body, Element page) {
        var sheet = to.createElement("div");
        sheet.setAttribute("class", "sheet");
        sheet.setAttribute("dir", page.getAttribute("dir").isEmpty() ? "ltr" : page.getAttribute("dir"));
        sheet.setAttribute("lang", page.getAttribute("lang"));
        for (var child = only(page, "body").getFirstChild(); child != null; child = child.getNextSibling()) {
            sheet.appendChild(to.importNode(child, true));
        }
        body.appendChild(sheet);
    }

    private static void titled(Document document, Element head, String title) {
        var titles = head.getElementsByTagName("title");
        var element = titles.getLength() > 0 ? (Element) titles.item(0) : document.createElement("title");
        element.setTextContent(title);
        head.appendChild(element);
    }

    private static void each(Node node, UnaryOperator<String> letters) {
        for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text text) {
                text.setData(letters.apply(text.getData()));
            } else {
                each(child, letters);
            }
        }
    }

    private static Element only(Element root, String name) {
        var found = root.getElementsByTagName(name);
        if (found.getLength() == 0) {
            throw new IllegalArgumentException("A page to be printed has one " + name);
        }
        return (Element) found.item(0);
    }

    private static Document parsed(String xhtml) {
        try {
            return builder().parse(new InputSource(new StringReader(xhtml)));
        } catch (SAXException malformed) {
            // What the parser says of it may quote the page.
            throw new IllegalArgumentException("A page to be printed is not well-formed XHTML");
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
    }

    private static DocumentBuilder builder() {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_FETCHING, false);
            factory.setFeature(NO_ENTITIES, false);
            factory.setFeature(NO_PARAMETERS, false);
            factory.setExpandEntityReferences(false);
            factory.setXIncludeAware(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Silent());
            return builder;
        } catch (ParserConfigurationException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Writes nothing anywhere. */
    private static final class Silent implements ErrorHandler {

        @Override
        public void warning(SAXParseException nothing) {}

        @Override
        public void error(SAXParseException wrong) throws SAXException {
            throw wrong;
        }

        @Override
        public void fatalError(SAXParseException wrong) throws SAXException {
            throw wrong;
        }
    }
}
