package io.dingledger.local.lambda;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;

/** What a handler learns of its invocation when no Lambda service is there to tell. */
public final class LocalContext implements Context {
  private static final int MEMORY_IN_MEGABYTES = 512;

  private final String function;
  private final String requestId = UUID.randomUUID().toString();
  private final long endsAtNanos;

  private LocalContext(String function, Duration timeout) {
    this.function = function;
    this.endsAtNanos = System.nanoTime() + timeout.toNanos();
  }

  /** A new invocation of a function that may last so long. */
  public static Context of(String function, Duration timeout) {
    return new LocalContext(function, timeout);
  }

  @Override
  public String getAwsRequestId() {
    return requestId;
  }

  @Override
  public String getLogGroupName() {
    return "/local/" + function;
  }

  @Override
  public String getLogStreamName() {
    return "local";
  }

  @Override
  public String getFunctionName() {
    return function;
  }

  @Override
  public String getFunctionVersion() {
    return "$LATEST";
  }

  @Override
  public String getInvokedFunctionArn() {
    return "arn:aws:lambda:eu-west-1:000000000000:function:" + function;
  }

  /** Lambda gives nothing here either unless a mobile application calls. */
  @Override
  public CognitoIdentity getIdentity() {
    return null;
  }

  /** Lambda gives nothing here either unless a mobile application calls. */
  @Override
  public ClientContext getClientContext() {
    return null;
  }

  @Override
  public int getRemainingTimeInMillis() {
    long left = Duration.ofNanos(endsAtNanos - System.nanoTime()).toMillis();
    return Math.clamp(left, 0, Integer.MAX_VALUE);
  }

  @Override
  public int getMemoryLimitInMB() {
    return MEMORY_IN_MEGABYTES;
  }

  @Override
  public LambdaLogger getLogger() {
    Logger logger = Logger.getLogger(function);
    return new LambdaLogger() {
      @Override
      public void log(String message) {
        logger.info(message);
      }

      @Override
      public void log(byte[] message) {
        logger.info(new String(message, StandardCharsets.UTF_8));
      }
    };
  }
}
