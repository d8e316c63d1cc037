package io.dingledger.platform.store;

import io.dingledger.model.access.TokenKey;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.pay.PayItemId;
import io.dingledger.model.pay.PersonYear;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.VoucherKey;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A place of every kind that {@link Keys} and {@link OperatorKeys} know of a tenant, found by
 * looking at its methods: a new kind of key is met here without anybody's doing. One that takes
 * something new fails until an example of it is given.
 */
final class EveryKindOfKey {
  /** Places that tell of a tenant and lie outside of its own partitions. */
  static final Set<String> OUTSIDE = Set.of("gone", "listedTenant");

  private EveryKindOfKey() {}

  /** The places of a tenant, by the name of the method that gives them. */
  static Map<String, Key> of(Tenant tenant) {
    Map<String, Key> keys = new LinkedHashMap<>();
    List<Method> methods = new ArrayList<>(List.of(Keys.class.getDeclaredMethods()));
    methods.addAll(List.of(OperatorKeys.class.getDeclaredMethods()));
    for (Method method : methods) {
      if (method.getReturnType() == Key.class && isOfTenant(method)) {
        Object[] arguments =
            Arrays.stream(method.getParameterTypes())
                .map(type -> example(type, tenant, method))
                .toArray();
        keys.put(
            method.getName() + Arrays.toString(method.getParameterTypes()), key(method, arguments));
      }
    }
    return keys;
  }

  private static boolean isOfTenant(Method method) {
    return Modifier.isStatic(method.getModifiers())
        && !OUTSIDE.contains(method.getName())
        && Arrays.stream(method.getParameterTypes())
            .anyMatch(type -> type == Tenant.class || type == TokenKey.class);
  }

  private static Object example(Class<?> type, Tenant tenant, Method method) {
    DocumentId document = new DocumentId("x#D#y");
    Map<Class<?>, Object> examples =
        Map.ofEntries(
            Map.entry(Tenant.class, tenant),
            Map.entry(DocumentId.class, document),
            Map.entry(String.class, "a#b 甲"),
            Map.entry(VoucherKey.class, VoucherKey.of(tenant, document, Purpose.RECORD, 1)),
            Map.entry(PersonYear.class, new PersonYear("u-1", Year.of(2026))),
            Map.entry(PayItemId.class, PayItemId.of(tenant, document, "c", "d", 1)),
            Map.entry(
                TokenKey.class, new TokenKey(tenant, "corp", "client", "https://api.example.test")),
            Map.entry(Instant.class, Instant.parse("2026-03-31T02:00:00Z")),
            Map.entry(LocalDate.class, LocalDate.of(2026, 3, 31)),
            Map.entry(YearMonth.class, YearMonth.of(2026, 3)),
            Map.entry(int.class, 1),
            Map.entry(long.class, 1L));
    Object example = examples.get(type);
    if (example == null) {
      throw new AssertionError(method + " needs an example of " + type);
    }
    return example;
  }

  private static Key key(Method method, Object... arguments) {
    try {
      return (Key) method.invoke(null, arguments);
    } catch (IllegalAccessException | InvocationTargetException wrong) {
      throw new AssertionError(method.toString(), wrong);
    }
  }
}
