package io.dingledger.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.dingledger.ledgers.Ledger;
import io.dingledger.model.tenant.Suite;
import io.dingledger.model.tenant.Tenant;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Who may know whom, and who may call whom. */
class ArchitectureTest {
  private static final JavaClasses CODE = imported();
  private static final Set<String> STEPS = Set.of("intake", "translate", "post", "retry", "patrol");

  /** Classes of others are known by name only; looking into them takes half a minute. */
  private static JavaClasses imported() {
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .withImportOption(location -> !location.contains("-tests.jar"))
        .importPackages("io.dingledger");
  }

  @Test
  void theWholeHouseIsLookedAt() {
    Set<String> rooms =
        CODE.stream()
            .map(type -> type.getPackageName().replaceFirst("io\\.dingledger\\.?", ""))
            .map(name -> name.replaceFirst("\\..*", ""))
            .collect(Collectors.toSet());
    assertTrue(
        rooms.containsAll(
            Set.of(
                "model",
                "rules",
                "dingtalk",
                "ledgers",
                "platform",
                "intake",
                "translate",
                "post",
                "retry",
                "patrol",
                "local")),
        rooms.toString());
  }

  @Nested
  class ArrowsPointInward {
    @Test
    void theModelKnowsNobody() {
      classes()
          .that()
          .resideInAPackage("io.dingledger.model..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("io.dingledger.model..", "java..", "javax.crypto.."))
          .check(CODE);
    }

    @Test
    void librariesKnowTheModelAndNotEachOther() {
      for (String library : Set.of("rules", "dingtalk", "ledgers", "platform")) {
        String[] others =
            Set.of(
                    "rules",
                    "dingtalk",
                    "ledgers",
                    "platform",
                    "intake",
                    "translate",
                    "post",
                    "retry",
                    "patrol",
                    "local")
                .stream()
                .filter(other -> !other.equals(library))
                .map(other -> "io.dingledger." + other + "..")
                .toArray(String[]::new);
        noClasses()
            .that()
            .resideInAPackage("io.dingledger." + library + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(others)
            .check(CODE);
      }
    }

    @Test
    void stepsDoNotKnowEachOther() {
      for (String step : STEPS) {
        String[] others =
            Stream.concat(STEPS.stream(), Stream.of("local"))
                .filter(other -> !other.equals(step))
                .map(other -> "io.dingledger." + other + "..")
                .toArray(String[]::new);
        noClasses()
            .that()
            .resideInAPackage("io.dingledger." + step + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(others)
            .check(CODE);
      }
    }

    @Test
    void onlyHandlersKnowLambda() {
      noClasses()
          .that(describe("are no handlers", type -> !type.getSimpleName().endsWith("Handler")))
          .and()
          .resideOutsideOfPackage("io.dingledger.local..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.amazonaws.services.lambda..")
          .check(CODE);
    }

    @Test
    void onlyThePlatformAndTheWiringKnowAws() {
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.dingledger.platform..", "io.dingledger.local..", "io.dingledger.embedded..")
          .and()
          .doNotHaveSimpleName("Wiring")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon..")
          .check(CODE);
    }

    @Test
    void onlyTheOperatorsProgramsLookThroughTheWholeTable() {
      noClasses()
          .that()
          .resideOutsideOfPackages("io.dingledger.platform.store..", "io.dingledger.local..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(".*store\\.(WholeTable|TenantErasure).*")
          .check(CODE);
    }

    @Test
    void stepsDoNotKnowTheirFramework() {
      noClasses()
          .that(
              describe(
                  "are neither handlers nor wiring",
                  type ->
                      !type.getSimpleName().endsWith("Handler")
                          && !type.getSimpleName().startsWith("Wiring")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.quarkus..", "jakarta..", "org.eclipse.microprofile..")
          .check(CODE);
    }
  }

  @Nested
  class TranslationIsPure {
    private static final String[] PURE = {"io.dingledger.model..", "io.dingledger.rules.."};

    @Test
    void noJsonNoInputNoOutput() {
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.fasterxml..", "java.net.http..", "java.nio.file..", "java.sql..")
          .check(CODE);
    }

    @Test
    void noClock() {
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .callMethodWhere(
              describe(
                  "the time is asked for",
                  call ->
                      call.getTargetOwner().getPackageName().equals("java.time")
                          && call.getName().equals("now")))
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.time.Clock")
          .check(CODE);
    }

    @Test
    void noRandomness() {
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.util\\.(Random|UUID|SplittableRandom|random\\..*)")
          .orShould()
          .callMethod(Math.class, "random")
          .check(CODE);
    }

    @Test
    void noFloatingPoint() {
      noFields()
          .that()
          .areDeclaredInClassesThat(resideInAPackage("io.dingledger.."))
          .and()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackage("io.dingledger.local..")
          .should()
          .haveRawType(describe("floating point", type -> isFloating(type.getName())))
          .check(CODE);
      methods()
          .that()
          .areDeclaredInClassesThat()
          .resideInAnyPackage(PURE)
          .should()
          .notHaveRawReturnType(describe("floating point", type -> isFloating(type.getName())))
          .check(CODE);
    }

    private static boolean isFloating(String type) {
      return Set.of("double", "float", "java.lang.Double", "java.lang.Float").contains(type);
    }
  }

  /** A native program keeps what its static fields held when it was compiled. */
  @Nested
  class NothingIsFrozen {
    private static final String LIVE =
        "java\\.(security\\.SecureRandom|util\\.Random|util\\.SplittableRandom|time\\.Clock"
            + "|net\\.http\\.HttpClient|nio\\.file\\.Path|io\\.File|lang\\.Thread"
            + "|net\\.InetAddress|util\\.concurrent\\.[A-Za-z]*Executor[A-Za-z]*)";

    private static boolean isPackaged(String name) {
      return !name.matches(
          "io\\.dingledger\\.(local|embedded|runtime|architecture|documents)(\\..*)?");
    }

    @Test
    void noStaticFieldHoldsTimeChanceOrWhatIsOpen() {
      noFields()
          .that()
          .areStatic()
          .and()
          .areDeclaredInClassesThat(
              describe("are packaged", type -> isPackaged(type.getPackageName())))
          .should()
          .haveRawType(describe("something live", type -> type.getName().matches(LIVE)))
          .check(CODE);
    }

    @Test
    void noStaticInitialiserLooksAround() {
      noCodeUnits()
          .that(describe("initialise a class", unit -> unit.getName().equals("<clinit>")))
          .and()
          .areDeclaredInClassesThat(
              describe("are packaged", type -> isPackaged(type.getPackageName())))
          .should(
              callMethodsThat(
                  "read the environment, the time or chance",
                  call ->
                      call.getTargetOwner().getName().matches("java\\.lang\\.System")
                              && call.getName().matches("getenv|getProperty|nanoTime|currentT.*")
                          || call.getName().matches("now|randomUUID|systemUTC|systemDefault")))
          .check(CODE);
    }

    private static ArchCondition<JavaCodeUnit> callMethodsThat(
        String what, Predicate<JavaMethodCall> looks) {
      return new ArchCondition<>("call methods that " + what) {
        @Override
        public void check(JavaCodeUnit unit, ConditionEvents events) {
          unit.getMethodCallsFromSelf().stream()
              .filter(looks)
              .forEach(
                  call -> events.add(SimpleConditionEvent.satisfied(call, call.getDescription())));
        }
      };
    }
  }

  @Nested
  class ExactlyOnce {
    @Test
    void onlyTheMethodThatHasJustAskedMaySend() {
      Set<JavaMethod> senders = callersOf(Ledger.class, "send");
      assertEquals(
          Set.of("Post.askAndSend"),
          senders.stream().map(ArchitectureTest::shortName).collect(Collectors.toSet()));
      assertTrue(callersOf(Ledger.class, "ask").containsAll(senders));
    }

    private Set<JavaMethod> callersOf(Class<?> owner, String name) {
      return CODE.stream()
          .flatMap(type -> type.getMethodCallsFromSelf().stream())
          .filter(call -> call.getTarget().getName().equals(name))
          .filter(call -> call.getTargetOwner().isAssignableTo(owner))
          .map(JavaAccess::getOrigin)
          .map(JavaMethod.class::cast)
          .collect(Collectors.toSet());
    }
  }

  @Nested
  class TenantsNeverMeet {
    /**
     * Entry points that have verified whom they speak for; a rule book's trial speaks for nobody.
     */
    @Test
    void onlyVerifiedEntryPointsMakeATenant() {
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.dingledger.model.tenant..",
              "io.dingledger.platform.codec..",
              "io.dingledger.platform.store..",
              "io.dingledger.local.http..",
              "io.dingledger.local.rules..",
              "io.dingledger.local.tenants..",
              "io.dingledger.local.demo..")
          .and()
          .doNotHaveFullyQualifiedName("io.dingledger.rules.reading.Trial")
          .should()
          .callMethod(Tenant.class, "verified", String.class)
          .check(CODE);
    }

    /**
     * A company that authorised a third-party app is named by a push of that app, after it was
     * verified; the local system reads suites and companies from its operator's files.
     */
    @Test
    void onlyVerifiedPushesNameACompanyOfASuite() {
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.dingledger.model.tenant..",
              "io.dingledger.dingtalk.callback..",
              "io.dingledger.local..")
          .should()
          .callMethod(Suite.class, "tenantOf", String.class)
          .check(CODE);
    }
  }

  private static String shortName(JavaMethod method) {
    return method.getOwner().getSimpleName() + "." + method.getName();
  }
}
