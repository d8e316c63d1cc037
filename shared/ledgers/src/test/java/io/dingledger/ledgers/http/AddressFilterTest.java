package io.dingledger.ledgers.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.Patterns;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a tenant may lead us. Nothing here looks a name up or calls anybody. */
class AddressFilterTest {
  private static boolean allowed(String literal) {
    return AddressFilter.PUBLIC_ONLY.allows(literal);
  }

  private static AddressFilter.Resolver resolving(String... literals) {
    return host -> {
      InetAddress[] addresses = new InetAddress[literals.length];
      for (int place = 0; place < literals.length; place++) {
        addresses[place] = InetAddress.getByName(literals[place]);
      }
      return addresses;
    };
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"[fe80::1%25eth0]", "[::1%lo]"})
  void whatCanNotBeReadOrHasAZoneIsForbidden(String host) {
    assertFalse(allowed(host));
  }

  @Nested
  class AnAddressOfVersionFourIsForbidden {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "0.0.0.0",
          "0.1.2.3",
          "10.0.0.1",
          "100.64.0.1",
          "100.127.255.255",
          "127.0.0.1",
          "127.255.255.254",
          "169.254.169.254",
          "172.16.0.1",
          "172.31.255.255",
          "192.0.0.8",
          "192.0.2.1",
          "192.88.99.1",
          "192.168.1.1",
          "198.18.0.1",
          "198.19.255.255",
          "198.51.100.7",
          "203.0.113.7",
          "224.0.0.1",
          "239.255.255.255",
          "240.0.0.1",
          "255.255.255.255"
        })
    void whenItIsNotOneOfThePublicInternet(String address) {
      assertFalse(allowed(address));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "1.1.1.1",
          "9.255.255.255",
          "11.0.0.1",
          "100.63.255.255",
          "100.128.0.1",
          "172.15.255.255",
          "172.32.0.1",
          "192.0.1.1",
          "192.167.1.1",
          "198.17.1.1",
          "198.20.1.1",
          "223.255.255.254"
        })
    void andItsPublicNeighboursAreNot(String address) {
      assertTrue(allowed(address));
    }
  }

  @Nested
  class AnAddressOfVersionSixIsForbidden {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "[::]",
          "[::1]",
          "[::ffff:127.0.0.1]",
          "[::ffff:10.0.0.1]",
          "[::ffff:a9fe:a9fe]",
          "[::127.0.0.1]",
          "[64:ff9b::a00:1]",
          "[64:ff9b::808:808]",
          "[64:ff9b:1::1]",
          "[100::1]",
          "[2001::1]",
          "[2001:db8::1]",
          "[2002:7f00:1::]",
          "[3fff::1]",
          "[5f00::1]",
          "[fc00::1]",
          "[fd00:ec2::254]",
          "[fe80::1]",
          "[fec0::1]",
          "[ff02::1]"
        })
    void whenItIsNotOneOfThePublicInternet(String address) {
      assertFalse(allowed(address));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "[2400:3200::1]",
          "[2606:4700:4700::1111]",
          "[::ffff:1.1.1.1]",
          "[3fff:1000::1]"
        })
    void andPublicOnesAreNot(String address) {
      assertTrue(allowed(address));
    }
  }

  @Nested
  class AnAddressInDisguise {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://2130706433/",
          "https://0x7f000001/",
          "https://0x7f.0.0.1/",
          "https://017700000001/",
          "https://127.1/",
          "https://0177.0.0.1/",
          "https://127.0.0.01/",
          "https://1.1.1.1./",
          "https://erp.localhost/",
          "https://erp.0x7f/",
          "https://localhost/",
          "https://localhost./",
          "https://[::ffff:7f00:1]/",
          "https://[0:0:0:0:0:0:0:1]/"
        })
    void isRefusedWithoutLookingItUp(String address) {
      assertFalse(
          Patterns.isSafeAddressWithQuery(address) && allowed(URI.create(address).getHost()));
    }
  }

  @Nested
  class AName {
    @ParameterizedTest
    @CsvSource({
      "1.1.1.1, 8.8.8.8, true",
      "1.1.1.1, 10.0.0.1, false",
      "127.0.0.1, 1.1.1.1, false",
      "2400:3200::1, fd00::1, false"
    })
    void isAllowedWhenAllOfItsAddressesAre(String one, String other, boolean allowed) {
      assertEquals(
          allowed, AddressFilter.PUBLIC_ONLY.allows("erp.example.com", resolving(one, other)));
    }

    @Test
    void withoutAnAddressIsAnotherFailure() {
      assertTrue(
          AddressFilter.PUBLIC_ONLY.allows(
              "nowhere.example.com",
              host -> {
                throw new UnknownHostException(host);
              }));
    }
  }

  @Nested
  class WhereTheLedgersStandInOnesOwnNetwork {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "[::1]"})
    void anyAddressMayBeCalled(String address) {
      assertTrue(AddressFilter.ANY.allows(address));
    }

    @ParameterizedTest
    @CsvSource({"any, ANY", "' Any ', ANY", "'', PUBLIC_ONLY", "everything, PUBLIC_ONLY"})
    void onlyTheWordAnySaysSo(String setting, AddressFilter filter) {
      assertEquals(filter, AddressFilter.of(setting));
    }
  }
}
