package org.lecturehalls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import org.lecturehalls.platform.BackgroundLoops;
import org.lecturehalls.platform.DomainException;
import org.reactivestreams.Publisher;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Rules of the house that the compiler does not know. Each was seen to fail before it was kept. */
@AnalyzeClasses(packages = "org.lecturehalls", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Set<String> SUBSCRIBING = Set.of(
            "block", "blockFirst", "blockLast", "blockOptional", "subscribe", "toStream", "toIterable", "toFuture");

    /** Spring asks a scheduled method for its chain once and subscribes to that again and again: its time would stand still. */
    @ArchTest
    static final ArchRule scheduledWorkBeginsAnew =
            methods().that().areAnnotatedWith(Scheduled.class).should(beginWithDefer());

    private static ArchCondition<JavaMethod> beginWithDefer() {
        return new ArchCondition<>("begin with Mono.defer") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean defers = method.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Mono.class)
                                && call.getName().equals("defer"));
                events.add(new SimpleConditionEvent(
                        method, defers, method.getFullName() + " begins with defer: " + defers));
            }
        };
    }

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("org.lecturehalls.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule insidesStayInside = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .or()
            .areAnnotatedWith(Configuration.class)
            .or()
            .areAnnotatedWith(Document.class)
            .should()
            .notBePublic()
            .because("endpoints, wiring and stored documents are nobody else's business");

    @ArchTest
    static final ArchRule nothingWaits = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(BackgroundLoops.class.getName())
            .should()
            .callMethodWhere(subscribesOrBlocks())
            .because("a request's chain is subscribed by the framework, and a background loop by BackgroundLoops");

    @ArchTest
    static final ArchRule nothingSleeps =
            noClasses().should().callMethod(Thread.class, "sleep", long.class).because("waiting is done by the chain");

    @ArchTest
    static final ArchRule nothingPrints = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("there is a log");

    @ArchTest
    static final ArchRule onlyIdentityKnowsTokens = noClasses()
            .that()
            .resideOutsideOfPackage("org.lecturehalls.identity..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.security..", "com.nimbusds..", "org.keycloak..");

    @ArchTest
    static final ArchRule onlyStorageKnowsS3 = noClasses()
            .that()
            .resideOutsideOfPackage("org.lecturehalls.storage..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.minio..", "okhttp3..");

    @ArchTest
    static final ArchRule rankingIsPlainJava = noClasses()
            .that()
            .resideInAPackage("org.lecturehalls.competitions.ranking..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "reactor..", "org.bson..", "com.mongodb..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule exceptionsKnowNoHttp = noClasses()
            .that()
            .areAssignableTo(DomainException.class)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..");

    @ArchTest
    static final ArchRule settingsAreRecords = classes()
            .that()
            .areAnnotatedWith(ConfigurationProperties.class)
            .should()
            .beRecords();

    private static DescribedPredicate<JavaMethodCall> subscribesOrBlocks() {
        return DescribedPredicate.describe(
                "subscribe or block",
                call -> call.getTargetOwner().isAssignableTo(Publisher.class)
                        && SUBSCRIBING.contains(call.getTarget().getName()));
    }
}
