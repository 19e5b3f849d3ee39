package dev.checklist.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the house in order: who may import whom, and which libraries stay behind which walls. */
class ImportTableTest {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.checklist");

    private static final String[] PLATFORM = {"java..", "javax..", "org.jspecify.."};

    @Test
    void the_core_was_imported_at_all() {
        assertThat(CORE.stream().map(JavaClass::getPackageName).distinct())
                .contains("dev.checklist", "dev.checklist.run", "dev.checklist.report", "dev.checklist.http");
    }

    @ParameterizedTest
    @CsvSource({
        "dev.checklist, 'dev.checklist.hash'",
        "dev.checklist.hash, ''",
        "dev.checklist.intake, ''",
        "dev.checklist.run, 'dev.checklist dev.checklist.hash io.github.resilience4j.. org.slf4j..'",
        "dev.checklist.attestation, 'dev.checklist dev.checklist.hash dev.checklist.report dev.checklist.run com.fasterxml.jackson.core..'",
        "dev.checklist.report, 'dev.checklist dev.checklist.hash dev.checklist.run com.fasterxml.jackson.core..'",
        "dev.checklist.history, 'dev.checklist dev.checklist.hash dev.checklist.run dev.checklist.report com.fasterxml.jackson.core..'",
        "dev.checklist.http, 'dev.checklist dev.checklist.intake dev.checklist.json com.fasterxml.jackson.core..'",
        "dev.checklist.jdbc, 'dev.checklist'",
        "dev.checklist.json, 'dev.checklist com.fasterxml.jackson.core..'",
        "dev.checklist.local, 'dev.checklist dev.checklist.hash com.fasterxml.jackson.core.. org.snakeyaml.engine..'",
        "dev.checklist.net, 'dev.checklist'",
        "dev.checklist.registry, 'dev.checklist dev.checklist.intake dev.checklist.json'",
        "dev.checklist.testing, 'dev.checklist dev.checklist.run'",
    })
    void a_package_imports_only_what_the_table_allows(String who, String others) {
        String[] allowed = Stream.of(Stream.of(PLATFORM), Stream.of(who), Stream.of(others.split(" ")))
                .flatMap(names -> names)
                .filter(name -> !name.isEmpty())
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(who)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .check(CORE);
    }

    @Test
    void packages_make_no_circle() {
        slices().matching("dev.checklist.(*)..").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void no_third_party_type_is_in_a_public_signature() {
        methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .should(nameOnly("dev.checklist", "java", "javax.sql"))
                .check(CORE);
    }

    @Test
    void nothing_is_called_util_common_manager_or_helper() {
        noClasses()
                .should()
                .haveNameMatching("(?i).*\\b(util|utils|common|helper|helpers)\\b.*|.*(Manager|Helper|Utils)")
                .check(CORE);
    }

    @Test
    void nothing_static_can_change() {
        fields().that().areStatic().should().beFinal().check(CORE);
    }

    @Test
    void public_classes_cannot_be_extended_by_others() {
        classes()
                .that()
                .arePublic()
                .and()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(CORE);
    }

    @Test
    void nothing_sleeps_prints_or_exits() {
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(CORE);
        noClasses().should().callMethod(System.class, "exit", int.class).check(CORE);
        noClasses().should().accessField(System.class, "out").check(CORE);
        noClasses().should().accessField(System.class, "err").check(CORE);
        noClasses().should().callMethod(Throwable.class, "printStackTrace").check(CORE);
    }

    private static ArchCondition<JavaMethod> nameOnly(String... roots) {
        return new ArchCondition<>("name only types of ours and of the platform") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Stream.concat(Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream())
                        .map(JavaClass::getBaseComponentType)
                        .filter(type -> !type.isPrimitive())
                        .filter(type -> Stream.of(roots)
                                .noneMatch(root -> type.getName().startsWith(root + ".")))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " names " + type.getName())));
            }
        };
    }
}
