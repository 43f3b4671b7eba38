package org.circlekeeper;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The borders between the features, and the purity of the ground they stand on. */
class ModularityTest {

    // Without what the build derives from the code when it settles what the container holds.
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(one -> !one.contains("__"))
            .importPackages("org.circlekeeper");

    @Test
    void the_features_depend_on_each_other_only_as_declared() {
        ApplicationModules.of(Circlekeeper.class).verify();
    }

    @Test
    void the_ground_is_pure() {
        classes()
                .that()
                .resideInAPackage("org.circlekeeper.terms..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.circlekeeper.terms..",
                        "java..",
                        "com.google.i18n.phonenumbers..",
                        "org.jspecify..",
                        "org.springframework.modulith..")
                .check(CODE);
        noClasses()
                .that()
                .resideInAnyPackage("org.circlekeeper.x12..", "org.circlekeeper.payers..")
                .and()
                .haveSimpleNameNotEndingWith("Wiring")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..",
                        "org.springframework.jdbc..",
                        "org.springframework.web..",
                        "org.springframework.transaction..",
                        "org.circlekeeper.database..")
                .allowEmptyShould(true)
                .check(CODE);
    }

    @Test
    void only_stores_and_the_database_speak_sql() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Store")
                .and()
                .resideOutsideOfPackage("org.circlekeeper.database..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.jdbc..")
                .check(CODE);
    }

    @Test
    void the_page_about_the_features_is_true() {
        var features = new TreeMap<String, String>();
        for (var feature : SourceTree.features()) {
            var uses = String.join(", ", feature.mayUse());
            features.put(feature.name(), "| %s | %s | %s |%n".formatted(feature.name(), feature.sentence(), uses));
        }
        Generated.assertMatches(
                "modules.md",
                "# Features\n\nMade from each package-info.java by ModularityTest.\n\n"
                        + "| package | what it is for | may use |\n|---|---|---|\n"
                        + String.join("", features.values()));
    }
}
